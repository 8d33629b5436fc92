/** The list of all notes' Markdown, for language models. */
import type { APIRoute } from 'astro';
import { address } from '../components/address.ts';
import { llmsText } from '../core/llms.ts';
import { course, sourceAddress } from '../data/notes.ts';

/** As llmstxt.org proposes it. */
export const GET: APIRoute = async ({ site }) =>
  new Response(
    llmsText(await course(), {
      source: (note) => address(sourceAddress(note), site),
      file: (route) => address(route, site),
    }),
  );
