/** The Markdown of all notes in one file, for language models. */
import type { APIRoute } from 'astro';
import { address } from '../components/address.ts';
import { allNotes } from '../core/llms.ts';
import { course, sourceAddress } from '../data/notes.ts';

/** In characters: about a million tokens, more than nearly every model takes in. */
const LIMIT = 4_000_000;

/** As much of the course as fits. */
export const GET: APIRoute = async ({ site }) =>
  new Response(
    allNotes(
      await course(),
      {
        source: (note) => address(sourceAddress(note), site),
        file: (route) => address(route, site),
      },
      LIMIT,
    ),
  );
