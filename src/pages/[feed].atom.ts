/** New and changed questions, for feed readers. */
import type { APIRoute } from 'astro';
import { address } from '../components/address.ts';
import { feed, feedAddress, feedName } from '../data/feed.ts';

/** None where the site does not know its host, or the notes have no history: neither ids nor dates would hold. */
export async function getStaticPaths() {
  return (await feedAddress()) ? [{ params: { feed: feedName } }] : [];
}

/** The feed as Atom. */
export const GET: APIRoute = async ({ site }) =>
  new Response(await feed((route) => address(route, site)), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
