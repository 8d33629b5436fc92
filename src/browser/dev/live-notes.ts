/** While notes are being written: shows what they say now; a note in its place, with the answers open that were. */

const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
const reading = page?.serverTiming.find(({ name }) => name === 'notes')?.description;
import.meta.hot?.send('unfold:notes-shown', Number(reading));

/** In ms, by which the way to another page has ended, or was one to a file that is downloaded and leaves this page as it is. */
const LEAVING = 5000;

// What a page waits for is called off once it is left. Loading it anew then would call off the way to the next one.
let isLeft = false;
addEventListener('beforeunload', () => {
  isLeft = true;
});
const reload = () => {
  setTimeout(() => location.reload(), isLeft ? LEAVING : 0);
};

let last = Promise.resolve();

import.meta.hot?.on('unfold:notes-read', ({ shown }: { shown: boolean }) => {
  // What is not a note has more to it than what it shows.
  if (document.querySelector('study-note')) {
    // One after the other: the page that was asked for last is shown last.
    if (shown) last = last.then(renew).catch(reload);
  } else if (shown || document.querySelector('study-search')) reload();
});

/** Puts what the page is now in the place of what it was. */
async function renew(): Promise<void> {
  const response = await fetch(location.href, { cache: 'no-store' });
  const next = new DOMParser().parseFromString(await response.text(), 'text/html');
  const [before, now] = [document.querySelector('main'), next.querySelector('main')];
  if (!response.ok || !before || !now) throw new Error(`${location.href} is not there any more.`);
  const open = new Set([...before.querySelectorAll<HTMLDetailsElement>('details[open]')].map(nameOf));
  for (const toggle of now.querySelectorAll('details')) if (open.has(nameOf(toggle))) toggle.open = true;
  document.title = next.title;
  before.replaceWith(document.adoptNode(now));
}

/** What a toggle is known by: the fragment of what it belongs to, and its place there. */
function nameOf(toggle: HTMLDetailsElement): string {
  const owner = toggle.closest('[id]');
  return `${owner?.id} ${[...(owner?.querySelectorAll('details') ?? [])].indexOf(toggle)}`;
}
