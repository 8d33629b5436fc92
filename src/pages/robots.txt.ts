/** Everybody may read everything; where the host is known, the list of pages is named. */
import type { APIRoute } from 'astro';
import { address } from '../components/address.ts';

/** Crawlers read it at the root of a host only; below a path it tells its author what to put there. */
export const GET: APIRoute = ({ site }) =>
  new Response(
    `User-agent: *\nAllow: /\n${site ? `\nSitemap: ${address('/sitemap-index.xml', site)}\n` : ''}`,
  );
