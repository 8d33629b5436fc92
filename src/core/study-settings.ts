/** What a learner may choose about the schedule. Kept in the history, as remarks, so that it goes where the history goes. */
import { isRemark, type LogEvent, type Remark } from './event.ts';
import { allowed, type Parameters, USUAL } from './schedule.ts';

export interface StudySettings {
  /** Share of cards that should be recalled when they come due: 0.7 to 0.97. */
  retention: number;
  /** New cards a day, at most. */
  newCards: number;
  /** Hour at which a study day begins: 0 to 23. */
  rollover: number;
  /** Whether four ratings are offered, not two. */
  fourRatings: boolean;
  /** What the schedule takes the learner's memory for: `USUAL`, or fitted to the learner. */
  parameters: Parameters;
}

/** FSRS's own retention; Anki's day and its number of new cards. */
export const DEFAULTS: StudySettings = {
  retention: 0.9,
  newCards: 20,
  rollover: 4,
  fourRatings: false,
  parameters: USUAL,
};

const within = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && value >= least && value <= most;

/** Name of the remark with the parameters of the schedule. */
export const PARAMETERS = 'parameters';

/** The parameters that a remark holds: 21 numbers with spaces between, or null for the usual ones. Undefined where FSRS does not allow them. */
export function parametersOf(value: Remark['value']): Parameters | undefined {
  if (value === null) return USUAL;
  const parameters = `${value}`.split(' ').map(Number);
  return parameters.length === USUAL.length && `${allowed(parameters)}` === `${parameters}`
    ? parameters
    : undefined;
}

/** The settings that hold after `events`, which are in order. A value out of range is passed over. */
export function settingsOf(events: readonly LogEvent[]): StudySettings {
  const settings = { ...DEFAULTS };
  for (const event of events) {
    if (!isRemark(event) || event.card !== null) continue;
    const { name, value } = event;
    if (name === 'retention' && within(value, 0.7, 0.97)) settings.retention = value;
    else if (name === 'newCards' && within(value, 0, 9999)) settings.newCards = Math.floor(value);
    else if (name === 'rollover' && within(value, 0, 23)) settings.rollover = Math.floor(value);
    else if (name === 'fourRatings' && typeof value === 'boolean') settings.fourRatings = value;
    else if (name === PARAMETERS) settings.parameters = parametersOf(value) ?? settings.parameters;
  }
  return settings;
}
