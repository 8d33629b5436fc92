/** Addresses for those who read a file away from the site. */
import { href } from './href.ts';

/** Address of a route: whole where the site knows its host, else below its base. */
export function address(route: string, site: URL | undefined): string {
  return site ? new URL(href(route), site).href : href(route);
}
