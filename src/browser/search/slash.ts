/**
 * The key `/` leads to the search, from every page; `keys.ts` says where single keys act. Every page loads this, so it has
 * no more than it needs.
 */
addEventListener('keydown', (event) => {
  const { key, target, ctrlKey, metaKey, altKey, defaultPrevented } = event;
  if (key !== '/' || ctrlKey || metaKey || altKey || defaultPrevented) return;
  if ((target as Element).matches('input:not(.ticked > *), textarea, select, [contenteditable]')) return;
  try {
    if (localStorage.getItem('unfold:keys') === 'off') return;
  } catch {
    // Where nothing can be stored nobody has switched them off.
  }
  event.preventDefault();
  document.querySelector<HTMLElement>('.masthead nav > :last-child')?.click();
});
