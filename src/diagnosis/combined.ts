import { type Evidence, isEvidenceOf } from '../kit/evidence.ts';

/** Two attempts that end within so much of each other stopped at the same place. */
const SAME_PERCENT = 1;
/** No iPhone sold holds more; an estimate beyond it is absurd whatever the phone's size. */
const LARGEST_PHONE_BYTES = 2.2e12;

/** What follows from several pieces of evidence, given in the order of time, together and from none of them alone. */
export function combined(evidence: readonly Evidence[]): Evidence[] {
  return [stoppedAgain(evidence), promptExpired(evidence), absurdSize(evidence)].filter(
    (one) => one !== undefined,
  );
}

/** A backup that stops at the same percentage every time stops at something it carries, not at the link. */
function stoppedAgain(evidence: readonly Evidence[]): Evidence | undefined {
  const ends = evidence
    .filter((one) => isEvidenceOf(one, 'attempt.failed'))
    .filter(({ facts }) => facts.percent !== undefined && facts.percent > 0);
  const last = ends.at(-1);
  if (last?.facts.percent === undefined) return undefined;
  const percent = last.facts.percent;
  const same = ends.filter(({ facts }) => Math.abs((facts.percent ?? 0) - percent) <= SAME_PERCENT);
  if (same.length < 2) return undefined;
  const facts = { percent: Math.round(percent), times: same.length };
  return { kind: 'attempt.repeated', source: 'backup-protocol', at: last.at, facts };
}

/** That the prompt went away may mean that it was answered; a phone that goes on with nothing but 208 (locked) tells otherwise. */
function promptExpired(evidence: readonly Evidence[]): Evidence | undefined {
  const ends = evidence.filter((one) => isEvidenceOf(one, 'attempt.failed'));
  const locked = ends.filter(({ facts }) => facts.code === 'backup.locked');
  const last = locked.at(-1);
  if (!last) return undefined;
  const prompt = evidence.findLast((one) => isAboutPasscode(one) && one.at <= last.at);
  if (!prompt || prompt.kind === 'prompt.answered') return undefined;
  return { kind: 'prompt.expired', source: 'backup-protocol', at: last.at, facts: { times: locked.length } };
}

function isAboutPasscode(one: Evidence): boolean {
  return (
    (isEvidenceOf(one, 'prompt.waits') ||
      isEvidenceOf(one, 'prompt.gone') ||
      isEvidenceOf(one, 'prompt.answered')) &&
    one.facts.what === 'passcode'
  );
}

/** The phone's own sum for the backup (its log, or what it asks this disk to free) beside what it can hold. */
function absurdSize(evidence: readonly Evidence[]): Evidence | undefined {
  const room = evidence.filter((one) => isEvidenceOf(one, 'phone.space')).at(-1);
  const capacityBytes = room?.facts.capacityBytes ?? LARGEST_PHONE_BYTES;
  const upload = evidence.filter((one) => isEvidenceOf(one, 'log.space')).at(-1);
  const wanted = evidence.filter((one) => isEvidenceOf(one, 'space.wanted')).at(-1);
  const uploadBytes = Math.max(
    upload?.facts.uploadBytes ?? 0,
    wanted === undefined ? 0 : wanted.facts.wantedBytes + wanted.facts.freeBytes,
  );
  const at = upload?.at ?? wanted?.at;
  if (at === undefined || uploadBytes <= capacityBytes) return undefined;
  return { kind: 'size.absurd', source: 'phone', at, facts: { uploadBytes, capacityBytes } };
}
