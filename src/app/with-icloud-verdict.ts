import type { RunEvent } from '../kit/run-event.ts';
import type { CloudVerdict } from './icloud.ts';

/** What is worth saying unasked: all else is as it should be, or as the person chose. */
const TOLD: ReadonlySet<CloudVerdict['standing']> = new Set(['failing', 'old', 'never']);

/**
 * The events of a run; before the end of a good one comes a note of what the new backup tells about the phone's backups to
 * iCloud, when that is not good. What cannot be read is left out: no run fails for it.
 */
export async function* withIcloudVerdict(
  events: AsyncIterable<RunEvent>,
  password: string | undefined,
  signal: AbortSignal,
): AsyncGenerator<RunEvent, void, undefined> {
  for await (const event of events) {
    if (event.type === 'run.finished' && event.outcome === 'verified' && event.backup) {
      const verdict = await verdictOn(event.backup, password, signal).catch(() => undefined);
      if (verdict && TOLD.has(verdict.standing)) yield noteOf(verdict, event);
    }
    yield event;
  }
}

async function verdictOn(
  { path, encrypted }: { readonly path: string; readonly encrypted: boolean },
  given: string | undefined,
  signal: AbortSignal,
): Promise<CloudVerdict | undefined> {
  // Loaded when a backup is done: until then it would only cost.
  const [{ icloudVerdict }, { rememberedPassword }] = await Promise.all([
    import('./icloud.ts'),
    import('./backup-password.ts'),
  ]);
  const udid = path.split(/[\\/]/).at(-1) ?? '';
  const password = encrypted ? (given ?? (await rememberedPassword(udid, signal))) : undefined;
  if (encrypted && password === undefined) return undefined;
  return await icloudVerdict({ folder: path, ...(password !== undefined && { password }) }, signal);
}

function noteOf({ paragraph, standing, cause }: CloudVerdict, { at, run, udid }: RunEvent): RunEvent {
  const facts = { paragraph, standing, ...(cause && { cause: cause.id }) };
  const about = { at, run, ...(udid !== undefined && { udid }) };
  return { type: 'note', code: 'icloud-verdict', facts, ...about };
}
