import { builds, layNotes } from './sites.ts';
import { run } from './step.ts';

/** Builds the sites when Playwright is started on its own; `npm test` has built them in a step before. */
export default async function prepare(): Promise<void> {
  if (process.env['UNFOLD_SITES'] === 'built') return;
  await layNotes();
  for (const build of builds) {
    const { failed } = await run(build);
    if (failed > 0) throw new Error(`The ${build.name} failed; its output is above.`);
  }
}
