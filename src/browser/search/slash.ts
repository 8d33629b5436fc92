/** The key `/` leads to the search, from a page that says where that is (`data-search`). */
import { keyOf } from '../keys.ts';

document.addEventListener('keydown', (event) => {
  const address = document.querySelector<HTMLElement>('[data-search]')?.dataset['search'];
  if (address === undefined || event.isComposing || keyOf(event) !== '/') return;
  event.preventDefault();
  location.assign(address);
});
