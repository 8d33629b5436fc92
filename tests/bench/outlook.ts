/** What progress promises a learner for the days to come, against what then is true. */
import { DAY } from '../../src/core/day.ts';
import type { LogEvent } from '../../src/core/event.ts';
import { examOutlook } from '../../src/core/exam.ts';
import { Memories } from '../../src/core/memory.ts';
import { forecast } from '../../src/core/progress.ts';
import { recordOf } from '../../src/core/recalls.ts';
import { cardOf, deckOf } from '../support/study.ts';
import { mean } from './figure.ts';
import { type Plan, START, type Studied, studied } from './learner.ts';

/**
 * What progress says `ahead` days before the end of `whole`, which came of `plan`, less what then is true, in points; and
 * on how many days of the forecast not as many cards came due as it said.
 */
export function outlookOf(plan: Plan, whole: Studied, ahead: number) {
  const before = studied({ ...plan, days: plan.days - ahead });
  const now = { at: before.end, tz: 0 };
  const events: LogEvent[] = [...before.reviews];
  const { fit } = plan;
  if (fit) {
    const remark = { v: 1, t: 'note', id: 'settings000-1', tz: 0, card: null, name: 'parameters' } as const;
    // The outlook is asked after the fit, so that whatever was seen then has been reviewed.
    events.push({ ...remark, value: fit.parameters(before.reviews).join(' '), at: START + fit.from * DAY });
  }
  const memories = new Memories(events);
  const day = memories.today(now) + ahead;
  const noon = day * DAY + DAY / 2;
  const ids = [...new Set(whole.reviews.map(({ card }) => card))];
  const known = new Set(before.reviews.map(({ card }) => card));
  const cards = ids.map((id) => cardOf(id));
  const outlook = examOutlook(
    { decks: [deckOf(cards)], memories, now, record: recordOf(events) },
    day,
    plan.seed,
  );
  if (outlook.state !== 'said' || outlook.work === null) throw new Error('The outlook says nothing.');
  // The whole course ends on the evening before, so that its truth is that of the day itself.
  const untouched = mean(ids.map((id) => (known.has(id) ? before.truth.chance(id, noon) : 0)));
  const worked = mean(ids.map((id) => whole.truth.chance(id, noon)));
  const counts = forecast(cards, memories, now, ahead);
  const entries = [...memories.entries()].map(([, memory]) => memory);
  const wrongDays = counts.filter((count, n) => {
    const at = now.at + n * DAY;
    const dueBy = (then: number) =>
      entries.filter((memory) => memories.isDue(memory, { at: then, tz: 0 })).length;
    return count !== dueBy(at) - (n === 0 ? 0 : dueBy(at - DAY));
  }).length;
  return {
    untouched: 100 * (outlook.untouched - untouched),
    worked: 100 * (outlook.work.expected - worked),
    reviewsADay: outlook.work.reviewsADay,
    trueReviewsADay: whole.reviews.filter(({ at }) => at >= now.at).length / ahead,
    wrongDays,
  };
}
