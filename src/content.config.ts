/** The one collection: the course. Pages reach it through `src/data/notes.ts` only. */
import { defineCollection } from 'astro:content';
import { courseLoader } from './data/loader.ts';
import { courseSchema } from './data/schema.ts';

/** Read from one folder by one reader. */
export const collections = {
  course: defineCollection({ loader: courseLoader, schema: courseSchema }),
};
