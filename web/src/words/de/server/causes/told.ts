import type { Seen } from '../../../../../../src/diagnosis/seen.ts';
import type { Amounts } from '../../../amounts.ts';
import type { CauseTold } from '../../../server-words.ts';

/** What a person is told of a cause, out of what was seen. */
export type Tell = (seen: Seen, amounts: Amounts) => CauseTold;
export type Told = Readonly<Record<string, Tell>>;

/** „einmal“, „3-mal“ */
export function often(times: number): string {
  return times === 1 ? 'einmal' : `${times}-mal`;
}
