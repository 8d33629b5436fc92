/** Whether the schedule of a history is fitted to its learner. */
import { isRemark, isUndo, type LogEvent } from './event.ts';
import { USUAL } from './schedule.ts';
import { PARAMETERS, parametersOf } from './study-settings.ts';

export interface FitStanding {
  /** When the parameters that hold were set, in epoch ms; null for the usual schedule. */
  since: number | null;
  /** True where parameters stand in the history that FSRS does not allow, and nothing was set after them. */
  isUnreadable: boolean;
}

/** What `events`, which are in order, say last of parameters. */
export function fitStanding(events: readonly LogEvent[]): FitStanding {
  const undone = new Set(events.filter(isUndo).map((event) => event.of));
  const said = events
    .filter(isRemark)
    .filter(({ id, card, name }) => name === PARAMETERS && card === null && !undone.has(id))
    .map(({ at, value }) => ({ at, parameters: parametersOf(value) }));
  const holding = said.findLast(({ parameters }) => parameters !== undefined);
  const isFitted = holding !== undefined && holding.parameters !== USUAL;
  return {
    since: isFitted ? holding.at : null,
    isUnreadable: said.length > 0 && said.at(-1)?.parameters === undefined,
  };
}
