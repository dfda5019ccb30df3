import { isThawError, systemCodeOf } from '../kit/errors.ts';
import type { EvidenceFacts } from '../kit/evidence.ts';
import type { Trouble } from '../remedies/situation.ts';
import type { Course } from './course.ts';

/** What is wrong when an attempt ended with this. */
export function troubleOf(course: Course, thrown: unknown): Trouble {
  const known = isThawError(thrown) ? thrown : undefined;
  // What the system said behind it: EPERM and EACCES are refused by different hands.
  const errno = systemCodeOf(known?.cause);
  const facts = { ...(errno !== undefined && { errno }), ...known?.facts };
  return { kind: 'ended', phase: course.attempt.phase, code: known?.code ?? 'internal', facts };
}

/** The same as evidence. */
export function failureFacts(
  { attempt: { bytes, percent } }: Course,
  { code = 'internal', phase, facts }: Trouble,
): EvidenceFacts['attempt.failed'] {
  const { ['errorCode']: errorCode, ['wantedBytes']: wantedBytes, ['freeBytes']: freeBytes } = facts;
  const errno = facts['errno'] ?? facts['code'];
  return {
    code,
    phase,
    bytes,
    ...(percent > 0 && { percent }),
    ...(typeof errorCode === 'number' && { errorCode }),
    ...(typeof errno === 'string' && { errno }),
    ...(typeof wantedBytes === 'number' && { wantedBytes }),
    ...(typeof freeBytes === 'number' && { freeBytes }),
  };
}
