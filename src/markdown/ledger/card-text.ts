/** What a card says, as far as the ledger wants to know it. */
import { fingerprint, fold } from './fingerprint.ts';

export interface CardText {
  /** Words of the prompt. */
  prompt: string;
  /** Words of the answer. */
  answer: string;
  /** Fingerprint of the prompt. */
  mark: string;
  /** Fingerprint of the answer: its revision. */
  revision: string;
}

/** What a card with this prompt and answer says. */
export function cardText(prompt: string, answer: string): CardText {
  return {
    prompt: fold(prompt),
    answer: fold(answer),
    mark: fingerprint(prompt),
    revision: fingerprint(answer),
  };
}
