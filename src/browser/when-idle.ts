/** Runs `task` once the page has come to rest. */
export function whenIdle(task: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(task, { timeout: 1000 });
  else setTimeout(task, 200);
}

/** Runs `task` once what happened before was painted. Not while nobody looks at the page. */
export function whenPainted(task: () => void): void {
  requestAnimationFrame(() => setTimeout(task));
}
