/** What can be kept for reading without a network. Which files that takes, and their sizes, are added to the built site. */
import type { APIRoute } from 'astro';
import { href } from '../components/href.ts';
import { course, deckAddress } from '../data/notes.ts';
import { leftPages, ownRoutes } from '../data/own-pages.ts';

/** The routes, as addresses. */
export const GET: APIRoute = async () => {
  const { topics, notes } = await course();
  // What is there for print says again what the notes say.
  const { offline, print: _, ...own } = ownRoutes({ topics, notes });
  const decks = topics.map((topic) => href(deckAddress(topic)));
  // The page that stands in for all others comes first.
  const shell = [offline, '/', ...Object.values(own)].map(href);
  const pages = [...topics, ...notes, ...(await leftPages())].map(({ route }) => href(route));
  return Response.json({ shell: [...shell, ...decks], pages });
};
