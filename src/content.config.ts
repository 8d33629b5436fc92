/** The collections: one course, and its notes. Pages reach them through `src/data/notes.ts` only. */
import { defineCollection } from 'astro:content';
import { courseLoader, notesLoader } from './data/loader.ts';
import { courseSchema, noteSchema } from './data/schema.ts';

/** Read from one folder by one reader. */
export const collections = {
  course: defineCollection({ loader: courseLoader, schema: courseSchema }),
  notes: defineCollection({ loader: notesLoader, schema: noteSchema }),
};
