/** Leads on from a page that was left at an old address: to the question that the fragment names, else to the note. */
import { fragmentOf } from './permalinks.ts';

const named = document.getElementById(fragmentOf(location) ?? '')?.querySelector('a');
const link = named ?? document.querySelector<HTMLAnchorElement>('a[data-to]');
if (link) location.replace(link.href);
