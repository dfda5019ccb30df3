import { withTimeLimit } from '../../kit/signals.ts';
import { type BadEnd, MAX_REPORT_BYTES, parseCrashReport } from '../../wire/crash-report.ts';
import { isPhoneError, PhoneError } from '../errors.ts';
import type { Phone } from '../session.ts';
import { Afc } from './afc.ts';

/** Moving many reports takes older phones seconds. */
const MOVE_LIMIT_MS = 10_000;
/** Nobody learns more from the eleventh. */
const MAX_READ = 10;

/** Reports that say something about a backup: of the daemons themselves, and of kills for memory. */
const TELLING = /^(?:BackupAgent2|backupd|lockdownd|cloudd|JetsamEvent|panic-full)\b.*\.ips(?:\.synced)?$/;
const DATE_IN_NAME = /-(\d{4}-\d\d-\d\d-\d{6})/;

/** What the newest reports tell, those in `known` left out; their names are added to it. They stay on the phone. */
export async function recentBadEnds(
  phone: Phone,
  known: Set<string>,
  signal: AbortSignal,
): Promise<BadEnd[]> {
  await using afc = await openReports(phone, signal);
  const names = (await tellingNames(afc, signal)).filter((name) => !known.has(name)).slice(0, MAX_READ);
  const ends: BadEnd[] = [];
  for (const name of names) {
    const text = await readReport(afc, name, signal);
    known.add(name);
    if (text !== undefined) ends.push(...parseCrashReport(name, text));
  }
  return ends;
}

/**
 * AFC on the folder of reports. They are written where no computer reads; `crashreportmover` brings them over and says
 * `ping` when it is done.
 */
async function openReports(phone: Phone, signal: AbortSignal): Promise<Afc> {
  await using mover = await phone.startService('com.apple.crashreportmover', signal);
  const late = () =>
    new PhoneError('phone.silent', 'the reports are not moved', { facts: { limitMs: MOVE_LIMIT_MS } });
  await withTimeLimit(phone.clock, MOVE_LIMIT_MS, late, (limited) => mover.reader.read(4, limited), signal);
  return new Afc(await phone.startService('com.apple.crashreportcopymobile', signal), phone.clock);
}

async function tellingNames(afc: Afc, signal: AbortSignal): Promise<string[]> {
  const names = (await afc.list('.', signal)).filter((name) => TELLING.test(name));
  return names.sort((one, other) => dateIn(other).localeCompare(dateIn(one)));
}

function dateIn(name: string): string {
  return DATE_IN_NAME.exec(name)?.[1] ?? '';
}

/** Undefined for one that is too large, or was taken away meanwhile. */
async function readReport(afc: Afc, name: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const { size } = await afc.stat(name, signal);
    return size > MAX_REPORT_BYTES ? undefined : (await afc.readFile(name, signal)).toString('utf8');
  } catch (error) {
    if (isPhoneError(error, 'phone.file-missing')) return undefined;
    throw error;
  }
}
