/** The same notes built by the generators that people compare this one with, in turn with ours. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Course } from './course.ts';
import { type Figure, type Measured, quantile, rounded } from './figure.ts';
import { starlight, withSatteri, withUnified } from './peers/astro.ts';
import type { Peer } from './peers/peer.ts';
import { Trial } from './peers/trial.ts';
import { docusaurus, vitepress } from './peers/vue-and-react.ts';
import type { Taken } from './timed.ts';
import { type View, viewsOf } from './wire.ts';

const ALL: readonly Peer[] = [starlight, vitepress, docusaurus, withSatteri, withUnified];

/** What ours may take, of what Starlight takes in the same run, with so many notes. */
const MOST = { notes: 1000, cold: 0.6, changed: 0.3 };

/** Somebody who builds the notes. */
interface Builder {
  name: string;
  cold(): Promise<Taken>;
  build(): Promise<Taken>;
  /** Is told that a note has changed. */
  changed(): Promise<void>;
  site(): { folder: string; page: string };
}

interface Result {
  name: string;
  cold: Taken[];
  changed: Taken[];
  views?: { home: View; note: View };
  /** Why there are no figures, or not all. */
  failed?: string;
}

/**
 * Builds with ours and with the peers of these names, or all: cold, then after a change to one note, `rounds` times; the
 * figure is the median. One that cannot be installed, or does not build, is told and left out.
 */
export async function peers(course: Course, names: readonly string[], rounds: number): Promise<Measured> {
  const unknown = names.filter((name) => !ALL.some((peer) => peer.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `There is no peer ${unknown.join(', ')}. There are: ${ALL.map(({ name }) => name).join(', ')}.`,
    );
  }
  const results: Result[] = [];
  const trials: Trial[] = [];
  const builders: Builder[] = [await ours(course)];
  for (const peer of ALL.filter(({ name }) => names.length === 0 || names.includes(name))) {
    try {
      const trial = await Trial.of(peer, await course.folder());
      trials.push(trial);
      builders.push(theirs(trial, await course.folder()));
    } catch (error) {
      results.push({
        name: peer.name,
        cold: [],
        changed: [],
        failed: `It could not be installed: ${said(error)}`,
      });
    }
  }
  try {
    results.unshift(...(await inTurn(builders, course, rounds)));
  } finally {
    for (const trial of trials) await trial.drop();
  }
  for (const { name, failed } of results) if (failed) process.stderr.write(`  ${name}: ${failed}\n`);
  return { figures: figuresOf(results, course.notes), details: { notes: course.notes, rounds, results } };
}

async function inTurn(builders: readonly Builder[], course: Course, rounds: number): Promise<Result[]> {
  const results = new Map(
    builders.map((builder) => [builder, { name: builder.name, cold: [], changed: [] } as Result]),
  );
  /** Of the others go on, when one fails. */
  const each = async (work: (builder: Builder, result: Result) => Promise<unknown>): Promise<void> => {
    for (const [builder, result] of results) {
      if (result.failed) continue;
      await work(builder, result).catch((error) => {
        result.failed = said(error);
      });
    }
  };
  for (let round = 0; round < rounds; round += 1) {
    await each(async (builder, { cold }) => cold.push(await builder.cold()));
    await course.change(round);
    await each(async (builder, { changed }) => {
      await builder.changed();
      changed.push(await builder.build());
    });
  }
  await each(async (builder, result) => {
    const { folder, page } = builder.site();
    result.views = await viewsOf({ folder, base: '/' }, { home: '', note: page });
  });
  return [...results.values()];
}

/** Nothing is said of what failed, and nothing of one that was built only in part. */
function figuresOf(results: readonly Result[], notes: number): Figure[] {
  const whole = results.filter(({ failed }) => !failed);
  const median = (taken: readonly Taken[]) =>
    quantile(
      taken.map(({ seconds }) => seconds),
      0.5,
    );
  const figures = whole.flatMap(({ name, cold, changed, views }): Figure[] => [
    { name: `${name}: cold build`, value: rounded(median(cold), 1), unit: 's' },
    { name: `${name}: build after a change to a note`, value: rounded(median(changed), 1), unit: 's' },
    ...cold
      .slice(0, 1)
      .flatMap(({ megabytes }) =>
        megabytes === null ? [] : [{ name: `${name}: memory`, value: megabytes, unit: 'MB' }],
      ),
    ...(views
      ? [
          {
            name: `${name}: a note, ${views.note.requests} requests`,
            value: views.note.total,
            unit: 'bytes',
          },
          {
            name: `${name}: the home page, ${views.home.requests} requests`,
            value: views.home.total,
            unit: 'bytes',
          },
        ]
      : []),
  ]);
  const [own] = whole;
  const ratios = whole.slice(1).flatMap(({ name, cold, changed }): Figure[] => {
    const isJudge = name === starlight.name && notes === MOST.notes;
    return [
      {
        name: `ours to ${name}: cold build`,
        value: rounded(median(own?.cold ?? []) / median(cold), 2),
        unit: '',
        ...(isJudge ? { most: MOST.cold } : {}),
      },
      {
        name: `ours to ${name}: build after a change`,
        value: rounded(median(own?.changed ?? []) / median(changed), 2),
        unit: '',
        ...(isJudge ? { most: MOST.changed } : {}),
      },
    ];
  });
  return own?.name === OURS ? [...figures, ...ratios] : figures;
}

const OURS = 'Unfold';

async function ours(course: Course): Promise<Builder> {
  const folder = join(await course.folder(), '..', 'site');
  return {
    name: OURS,
    cold: () => course.cold(),
    build: () => course.build(),
    changed: async () => undefined,
    site: () => ({ folder, page: 'plain/thirty/' }),
  };
}

function theirs(trial: Trial, notes: string): Builder {
  const { peer } = trial;
  return {
    name: peer.name,
    cold: () => trial.cold(),
    build: () => trial.build(),
    changed: () => trial.take(notes),
    site: () => {
      const page = peer.page('plain/thirty');
      const file = join(trial.site, page, page.endsWith('/') ? 'index.html' : '');
      if (!existsSync(file)) throw new Error(`It wrote no page of a note at ${page}.`);
      return { folder: trial.site, page };
    },
  };
}

const said = (error: unknown) => (error instanceof Error ? error.message : String(error));
