/** What the course is held to as a whole, as pure checks. Each gives a line for everything that falls short. */
import type { Folder, Question } from '../../src/core/note.ts';
import { fargateRates, HOURS_A_MONTH, instances, managedFee } from '../../src/core/prices.ts';
import type { Facts } from '../../src/markdown/facts.ts';
import { nearDuplicates } from '../../src/markdown/likeness.ts';

type Notes = readonly Pick<Folder['notes'][number], 'path' | 'source' | 'questions'>[];

/** How many of a thing the course has. */
export interface Extent {
  notes: number;
  topics: number;
  questions: number;
  open: number;
  diagrams: number;
  tables: number;
  aids: number;
}

/** At least and at most so many. */
const LIMITS: Record<keyof Extent, readonly [least: number, most: number]> = {
  notes: [18, 24],
  topics: [5, 5],
  questions: [190, 230],
  open: [0, 0],
  diagrams: [12, Number.POSITIVE_INFINITY],
  tables: [11, Number.POSITIVE_INFINITY],
  aids: [5, Number.POSITIVE_INFINITY],
};

/** Counts what the course has. Notes without a question, such as landing pages, do not count. */
export function extentOf({ notes, topics }: Pick<Folder, 'topics'> & { notes: Notes }): Extent {
  const all = notes.map(({ source }) => source).join('\n');
  const asked = notes.flatMap(({ questions }) => questions);
  const count = (pattern: RegExp): number => all.match(pattern)?.length ?? 0;
  return {
    notes: notes.filter(({ questions }) => questions.length > 0).length,
    topics: topics.filter((topic) => topic.notes.length > 0 && topic.route !== '/').length,
    questions: asked.filter(({ state }) => state === 'answered').length,
    open: asked.filter(({ state }) => state === 'open').length,
    diagrams: count(/^ *```mermaid$/gm),
    tables: count(/^ *\|(?: *:?-+:? *\|)+$/gm),
    aids: count(/^ *<[A-Z]\w+ *\/>$/gm),
  };
}

/** What the course has too little or too much of. */
export function outOfBounds(extent: Extent): string[] {
  return (Object.keys(LIMITS) as (keyof Extent)[]).flatMap((what) => {
    const [least, most] = LIMITS[what];
    const has = extent[what];
    if (has >= least && has <= most) return [];
    const wanted = least === most ? `${least}` : `${least} to ${most}`.replace(' to Infinity', ' or more');
    return [`The course has ${has} ${what}, not ${wanted}.`];
  });
}

/** Everything that the reader has to say of the folder, as the check command prints it. */
export function problemsOf({ notes, problems }: Pick<Folder, 'notes' | 'problems'>): string[] {
  return [
    ...problems,
    ...notes.flatMap((note) => note.problems.map((problem) => ({ ...problem, path: note.path }))),
  ].map(({ path, line, rule, message }) => `${path}:${line} ${rule} ${message}`);
}

/** Prompts that are the same or nearly so, anywhere in the course: the reader compares within a note only. */
export function alikePrompts(notes: Notes): string[] {
  const places = new Map<Question, string>(
    notes.flatMap(({ path, questions }) =>
      questions.map((question): [Question, string] => [question, `${path}:${question.line}`]),
    ),
  );
  const questions = [...places.keys()].filter(({ state }) => state === 'answered');
  const same = [...Map.groupBy(questions, ({ prompt }) => prompt.toLowerCase()).values()].flatMap(
    ([first, ...others]) => others.map((other): [Question, Question] => [first as Question, other]),
  );
  return [...same, ...nearDuplicates(questions)].map(
    ([one, other]) =>
      `${places.get(one)} and ${places.get(other)} ask alike: ${one.prompt} | ${other.prompt}`,
  );
}

/** Facts that no note names. */
export function unusedFacts(facts: Facts, notes: Notes): string[] {
  const used = new Set(
    notes.flatMap(({ source }) => [...source.matchAll(/<data value="([^"]+)">/g)].map(([, id]) => id)),
  );
  return [...facts]
    .filter(([id]) => !used.has(id))
    .map(([id, { line }]) => `facts.yaml:${line} no note names ${id}`);
}

/** Prices that the notes and the aids both state, as the aids have them, in US dollars. */
export function pricesOfAids(): Map<string, string> {
  const { vcpu, gb } = fargateRates.x86;
  const example = instances.types.find(({ type }) => type === 'c6a.2xlarge');
  return new Map([
    ['fargate-price-vcpu-hour', `$${vcpu}`],
    ['fargate-price-gb-hour', `$${gb}`],
    ['fargate-price-example-month', `$${((vcpu + 2 * gb) * HOURS_A_MONTH).toFixed(2)}`],
    ['ecs-mi-fee-example', `$${(managedFee.share * (example?.price ?? 0)).toFixed(3)}`],
  ]);
}

/** Where facts and aids state different prices. Each keeps the day on which it was looked up itself. */
export function pricesApart(facts: Facts, prices: ReadonlyMap<string, string>): string[] {
  return [...prices].flatMap(([id, price]) => {
    const fact = facts.get(id);
    if (fact === undefined) return [`facts.yaml has no ${id}, of which the aids say ${price}`];
    if (fact.value === price) return [];
    return [`facts.yaml:${fact.line} says ${fact.value} for ${id}, the aids say ${price}`];
  });
}

/** Diagrams that say nothing to those who cannot see them. */
export function silentDiagrams(notes: Notes): string[] {
  return notes.flatMap(({ path, source }) =>
    [...source.matchAll(/^ *```mermaid\n([\s\S]*?)^ *```/gm)]
      .filter(([, code = '']) => !/^\s*accTitle: \S/m.test(code) || !/^\s*accDescr: \S/m.test(code))
      .map(
        ({ index }) =>
          `${path}:${source.slice(0, index).split('\n').length} has a diagram without accTitle or accDescr`,
      ),
  );
}
