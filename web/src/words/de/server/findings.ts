import type { CheckFinding } from '../../../../../src/server/contract/events.ts';
import type { FindingTold } from '../../server-words.ts';

type ByStanding = Partial<Record<CheckFinding['standing'], FindingTold>>;

/** By the id of the check, then by what came of it; the English ones are in src/rescue/checks/. */
export const findings: Readonly<Record<string, ByStanding | undefined>> = {
  lock: { fine: { sentence: 'Das iPhone ist entsperrt.', next: null } },
};
