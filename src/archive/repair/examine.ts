import { join } from 'node:path';
import { Draft } from '../../vault/draft.ts';
import type { Generation } from '../../vault/generations/generation.ts';
import { isHarmless } from '../finding.ts';
import { type Verification, type VerifyProgress, verify } from '../verify.ts';
import { Bench, type InfoOfPhone } from './bench.ts';
import { changedFiles } from './changed-files.ts';
import { damagedEntries } from './damaged-entries.ts';
import { damagedFiles } from './damaged-files.ts';
import { infoPlist } from './info-plist.ts';
import { interruptedRun } from './interrupted-run.ts';
import { keptCopies } from './kept-copies.ts';
import { lostFiles } from './lost-files.ts';
import { manifestDatabase } from './manifest-database.ts';
import { manifestLog } from './manifest-log.ts';
import { manifestPlist } from './manifest-plist.ts';
import { mbdbList } from './mbdb-list.ts';
import type { Beyond, Mend, Repair } from './mend.ts';
import { orphans } from './orphans.ts';
import { otherPhone } from './other-phone.ts';
import { phoneNamed } from './phone-named.ts';
import { statusPlist } from './status-plist.ts';

/** In the order they must be made: each looks at what the ones before leave. */
const REPAIRS: readonly Repair[] = [
  interruptedRun,
  manifestPlist,
  manifestLog,
  manifestDatabase,
  mbdbList,
  statusPlist,
  infoPlist,
  otherPhone,
  damagedEntries,
  changedFiles,
  lostFiles,
  damagedFiles,
  orphans,
];

export interface Examining {
  /** The backup's folder. */
  readonly folder: string;
  /** Its name. */
  readonly udid: string;
  readonly password?: string;
  /** States of the backup the vault has traces of. */
  readonly generations: readonly Generation[];
  /** An own folder, closed to others, which must live until the draft is made. */
  readonly scratch: string;
  readonly now: Date;
  /** Reads every file, to find those whose contents are damaged. */
  readonly thorough: boolean;
  readonly infoOfPhone?: InfoOfPhone;
  readonly progress?: () => VerifyProgress;
}

/** What is wrong with a backup, what would be done about it, and what it would be afterwards. */
export interface Diagnosis {
  readonly draft: Draft;
  readonly mends: readonly Mend[];
  readonly beyond: readonly Beyond[];
  /** Of the backup as the draft makes it. */
  readonly proof: Verification;
  /** Nothing that matters is wrong then. */
  readonly sound: boolean;
}

/** Looks for all that can be repaired, and tries it out in a draft. Changes nothing. */
export async function examine(examining: Examining, signal?: AbortSignal): Promise<Diagnosis> {
  const { folder, scratch, now, generations, password, infoOfPhone, progress } = examining;
  const draft = new Draft(folder, scratch);
  const udid = await phoneNamed(draft.view, examining.udid);
  const kept = keptCopies(generations);
  const bench = new Bench({
    draft,
    udid,
    folderName: examining.udid,
    password,
    kept,
    scratch,
    now,
    thorough: examining.thorough,
    ...(infoOfPhone && { infoOfPhone }),
    ...(progress && { progress }),
    ...(signal && { signal }),
  });
  const found: (Mend | Beyond)[] = [];
  for (const repair of REPAIRS) {
    signal?.throwIfAborted();
    found.push(...(await repair.mend(bench)));
    await bench.tidy();
    if (found.some((each) => each.kind === 'beyond' && each.fatal)) break;
  }
  const beyond = found.filter((each) => each.kind === 'beyond');
  const proof = await verify(draft.view, bench.verifying);
  // Half a repair of something that is no backup afterwards either is of no use to anybody.
  const hopeless = beyond.some(({ fatal }) => fatal);
  return {
    draft: hopeless ? new Draft(folder, join(scratch, 'nothing')) : draft,
    mends: hopeless ? [] : found.filter((each) => each.kind === 'mend'),
    beyond,
    proof,
    sound: !hopeless && proof.findings.every(isHarmless),
  };
}
