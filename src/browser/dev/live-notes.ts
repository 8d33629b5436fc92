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

/** In ms. Word of a file that is there again may come while pages still say that it is not: whether it is, is asked then. */
const AGAIN = 1000;
if (page?.responseStatus === 404)
  setInterval(async () => {
    const response = await fetch(location.href, { cache: 'no-store' }).catch(() => null);
    if (response?.ok) reload();
  }, AGAIN);

/** Where the tab keeps which answers of this page are open: the page may be loaded anew, or be gone for the time of a save. */
const OPEN = `unfold-dev-open:${location.pathname}`;
if (page?.type === 'reload') showOpen(document);
else sessionStorage.removeItem(OPEN);
addEventListener('pagehide', keepOpen);

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
  keepOpen();
  showOpen(now);
  document.title = next.title;
  before.replaceWith(document.adoptNode(now));
}

function namesOfOpen(): Set<string> {
  return new Set(JSON.parse(sessionStorage.getItem(OPEN) ?? '[]') as string[]);
}

/** Keeps which answers are open. What is not on the page now stays as it was: an editor may empty a file before it writes it. */
function keepOpen(): void {
  const open = namesOfOpen();
  for (const toggle of document.querySelectorAll<HTMLDetailsElement>('main details'))
    open[toggle.open ? 'add' : 'delete'](nameOf(toggle));
  sessionStorage.setItem(OPEN, JSON.stringify([...open]));
}

/** Opens the answers that were open. */
function showOpen(on: ParentNode): void {
  const open = namesOfOpen();
  for (const toggle of on.querySelectorAll('details')) if (open.has(nameOf(toggle))) toggle.open = true;
}

/** What a toggle is known by: the fragment of what it belongs to, and its place there. */
function nameOf(toggle: HTMLDetailsElement): string {
  const owner = toggle.closest('[id]');
  return `${owner?.id} ${[...(owner?.querySelectorAll('details') ?? [])].indexOf(toggle)}`;
}
