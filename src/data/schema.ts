/**
 * What the collections hold, checked as it comes through.
 *
 * The types are those of `src/core/note.ts`; a field that is missing here or
 * unknown there stops the build.
 */
import { z } from 'astro/zod';

const spot = z.strictObject({ line: z.int().positive(), column: z.int().nonnegative() });

const question = z.strictObject({
  id: z.string().min(1),
  card: z.string(),
  revision: z.string(),
  prompt: z.string(),
  line: z.int().positive(),
  state: z.enum(['answered', 'open', 'group']),
  parent: z.string().nullable(),
  context: z.string().nullable(),
  level: z.enum(['recall', 'understand', 'apply']).nullable(),
  exams: z.array(z.string()),
  answer: z.string(),
  cut: z.strictObject({ start: spot, end: spot }),
});

const section = z.strictObject({
  id: z.string().min(1),
  text: z.string(),
  depth: z.int().min(1).max(6),
  line: z.int().positive(),
});

const problem = z.strictObject({
  line: z.int().positive(),
  column: z.int().positive(),
  rule: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
});

const route = z.string().regex(/^\/(?:.+\/)?$/, 'A route begins and ends with a slash.');

const attachment = z.strictObject({ path: z.string().min(1), url: z.string().min(1) });

/** What a note is beside its HTML and source. */
export const noteFacts = z.strictObject({
  title: z.string().min(1),
  description: z.string(),
  lang: z.string().nullable(),
  checked: z.string().nullable(),
  path: z.string().min(1),
  route,
  topic: route,
  landing: z.boolean(),
  questions: z.array(question),
  sections: z.array(section),
  disclosures: z.array(z.strictObject({ line: z.int().positive() })),
  attachments: z.array(attachment),
  problems: z.array(problem),
  /** Address where the note can be edited, if there is one. */
  edit: z.url().nullable(),
  /** Day of the last change as the notes' history tells it: `2026-11-23`. */
  updated: z.iso.date().nullable(),
  /** When the note, or what it shows, last changed, in epoch ms. */
  changed: z.int().nonnegative(),
});

export type NoteFacts = z.infer<typeof noteFacts>;

/** The folder as a whole. */
export const courseSchema = z.strictObject({
  /** Path of the folder in which `kept-notes.ts` finds its notes. */
  kept: z.string().min(1),
  /** Names of its notes there, in reading order. */
  notes: z.array(z.string().min(1)),
  /** Path of a file that has them instead, and that may change at any time. */
  live: z.string().nullable(),
  /** Digest of the site's code. */
  code: z.string().min(1),
  title: z.string().min(1),
  description: z.string(),
  lang: z.string().min(1),
  topics: z.array(
    z.strictObject({
      route,
      path: z.string(),
      title: z.string().min(1),
      description: z.string(),
      notes: z.array(route),
    }),
  ),
  /** Pages to leave where notes stood before. */
  moved: z.array(
    z.strictObject({
      route,
      to: route,
      questions: z.array(z.strictObject({ fragment: z.string(), route, id: z.string(), prompt: z.string() })),
    }),
  ),
});
