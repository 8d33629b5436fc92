/** Kills a browser inside an import, and looks whether it left a part of it. */
import { killWhileImporting } from '../support/import-kill.ts';
import type { Measured } from './figure.ts';

/** Of an import that was killed either everything is there or nothing; what was there before stays. */
export async function imports(kills = 12): Promise<Measured> {
  const details = await killWhileImporting(kills);
  return {
    figures: [
      { name: 'kills of a browser inside an import', value: details.kills, unit: '' },
      { name: 'imports that were torn', value: details.torn, unit: '', most: 0 },
      { name: 'reviews of before that are missing', value: details.missing, unit: '', most: 0 },
    ],
    details,
  };
}
