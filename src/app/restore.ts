import { readSmall } from '../archive/backup-files.ts';
import { ArchiveError } from '../archive/errors.ts';
import { reduce } from '../archive/reduce.ts';
import { type Verification, verify } from '../archive/verify.ts';
import { type RestoreOptions, restore } from '../backup/restore.ts';
import { RestoreError } from '../backup/restore-errors.ts';
import { keepAwake } from '../host/keep-awake.ts';
import type { Clock } from '../kit/clock.ts';
import { isAbort } from '../kit/errors.ts';
import type { BackupSummary, Emit, RunEvent } from '../kit/run-event.ts';
import type { Phone } from '../phone/session.ts';
import { connectTrusted } from '../rescue/connect.ts';
import type { BackupView } from '../vault/backup-view.ts';
import { CopyAside } from '../vault/copy-aside.ts';
import { checkDestination } from '../vault/destination.ts';
import { asDict, maybeDictIn } from '../wire/plist/access.ts';
import { decodePlist } from '../wire/plist/decode.ts';
import type { PlistDict } from '../wire/plist/value.ts';
import { isEncrypted } from './backup-password.ts';
import { chosenDomains } from './chosen-domains.ts';
import { localMux } from './local-mux.ts';
import { openRestorable, type Restorable } from './restorable.ts';
import { type BackupFacts, factsOf, obstacles } from './restore-preflight.ts';
import { tellRun } from './tell-run.ts';
import { wordsOf } from './words.ts';

export interface RestoreRequest {
  /** The backup's folder, or the one that holds it. */
  readonly folder: string;
  /** Which backup, when the folder holds several. */
  readonly source?: string;
  /** The phone it goes to, when several are connected. */
  readonly udid?: string;
  /** An earlier state of the backup. */
  readonly generation?: number;
  /** Domains or apps; all when not given. */
  readonly only?: readonly string[];
  readonly options: Omit<RestoreOptions, 'password'>;
  /** The phone's own backup here is copied first. */
  readonly copyFirst: boolean;
  /** The phone fetches the backup's apps from the App Store. */
  readonly fetchApps: boolean;
  /** Of an encrypted backup; asked for once it is known to be one. */
  readonly password: (udid: string) => Promise<string | undefined>;
  /** Whether what is on the phone may be overwritten. */
  readonly confirm: (what: Overwriting) => Promise<boolean>;
  readonly usbmuxd?: string | undefined;
  /** The run's id; a new one when not given. */
  readonly run?: string;
}

/** What a person is asked to agree to. */
export interface Overwriting {
  readonly phone: string;
  readonly backup: BackupFacts & { readonly path: string };
  readonly removeOthers: boolean;
}

/**
 * Puts a backup on to a phone: proves the backup, names everything that is in the way, asks for consent, and only then
 * begins. Ends with `run.finished`, `verified` when the phone said that all went well; a failure is then thrown too.
 */
export function restoreBackup(
  request: RestoreRequest,
  clock: Clock,
  signal: AbortSignal,
): AsyncGenerator<RunEvent> {
  return tellRun(
    clock,
    (emit, abort) =>
      steps(request, clock, emit, abort).catch((thrown: unknown) => {
        // Whoever was asked for something may leave, too.
        if (!(thrown instanceof Error && thrown.name === 'AbortError')) throw thrown;
        throw new RestoreError('restore.not-begun', 'stopped before anything was sent', { cause: thrown });
      }),
    signal,
    request.run,
  );
}

async function steps(
  request: RestoreRequest,
  clock: Clock,
  emit: Emit,
  signal: AbortSignal,
): Promise<BackupSummary> {
  emit({ type: 'phase.changed', phase: 'connecting' });
  await using source = await openRestorable(request, clock, signal);
  const { udid, usbmuxd } = request;
  await using phone = await connectTrusted({ mux: localMux(clock, usbmuxd), udid }, clock, emit, signal);
  emit({ type: 'run.started', destination: source.path, resumedBytes: 0, udid: phone.device.udid });
  const password = await passwordFor(source, request);
  const { only } = request;
  await using reduced =
    only && (await reduce(source.view, (all) => chosenDomains(only, all), password, signal));
  const view = reduced?.view ?? source.view;
  emit({ type: 'phase.changed', phase: 'verifying' });
  const proof = await prove(view, source.udid, password, clock, emit, signal);
  const facts = await factsOf(view);
  await refuse(phone, { facts, proof }, emit, signal);
  const copy = request.copyFirst ? await copyAside(source, phone, signal) : undefined;
  await confirmed(request, phone, { ...facts, path: source.path });
  using _awake = keepAwake('Restoring an iPhone');
  const options = { ...request.options, ...(password !== undefined && { password }) };
  const applications = request.fetchApps ? await applicationsOf(view) : undefined;
  const work = { phone, source: source.udid, view, options, applications, copy, clock, emit };
  const sent = await restore(work, signal).catch((thrown: unknown) => {
    if (!isAbort(thrown, signal)) throw thrown;
    throw new RestoreError('restore.stopped', 'stopped while the phone was restoring', { cause: thrown });
  });
  if (copy?.made !== undefined) emit({ type: 'note', code: 'copied', facts: { path: copy.made } });
  return { path: source.path, ...sent, encrypted: proof.encrypted, full: request.only === undefined };
}

async function passwordFor(source: Restorable, request: RestoreRequest): Promise<string | undefined> {
  if (!(await isEncrypted(source.view))) return undefined;
  const password = await request.password(source.udid);
  if (password === undefined) throw new ArchiveError('archive.password-needed', 'the backup is encrypted');
  return password;
}

/** Nobody reads faster. */
const PROGRESS_EVERY_MS = 250;

async function prove(
  view: BackupView,
  udid: string,
  password: string | undefined,
  clock: Clock,
  emit: Emit,
  signal: AbortSignal,
): Promise<Verification> {
  let toldAt = clock.ticks();
  const onProgress = (files: number, of: number): void => {
    if (clock.ticks() - toldAt < PROGRESS_EVERY_MS) return;
    toldAt = clock.ticks();
    emit({ type: 'verify.progress', files, of });
  };
  return await verify(view, { udid, signal, onProgress, ...(password !== undefined && { password }) });
}

/** Names everything that is in the way; throws the first of it. */
async function refuse(
  phone: Phone,
  backup: { readonly facts: BackupFacts; readonly proof: Verification },
  emit: Emit,
  signal: AbortSignal,
): Promise<void> {
  const [first, ...others] = await obstacles(phone, backup, signal);
  for (const other of others) {
    const { what, next } = wordsOf(other);
    emit({ type: 'note', code: 'also-in-the-way', facts: { problem: other.code, what, next } });
  }
  if (first) throw first;
}

async function copyAside(source: Restorable, phone: Phone, signal: AbortSignal): Promise<CopyAside> {
  await checkDestination(source.destination, signal);
  return new CopyAside(source.destination, phone.device.udid, signal);
}

async function confirmed(
  request: RestoreRequest,
  phone: Phone,
  backup: Overwriting['backup'],
): Promise<void> {
  const { name } = phone.info;
  if (await request.confirm({ phone: name, backup, removeOthers: request.options.removeOthers })) return;
  throw new RestoreError('restore.not-confirmed', 'not confirmed', { facts: { phone: name } });
}

/** What of Info.plist the phone needs to fetch the apps again. */
async function applicationsOf(view: BackupView): Promise<PlistDict | undefined> {
  const bytes = await readSmall(view, 'Info.plist');
  return bytes && maybeDictIn(asDict(decodePlist(bytes), 'Info.plist'), 'Applications');
}
