import { recentBadEnds } from '../../phone/services/crash-reports.ts';
import type { Phone } from '../../phone/session.ts';
import { numberOf } from '../../wire/plist/access.ts';
import type { Perceiving } from './sense.ts';

/** Daemons whose end ends a backup, and the system as a whole. */
const MATTERS = /^(?:BackupAgent2|backupd|cloudd|lockdownd|kernel)$/;

/** Tells of daemons that ended badly within the last seconds, as reports on the phone say. Each report is read once. */
export class CrashReportsLook {
  readonly #withinSeconds: number;
  readonly #known = new Set<string>();

  constructor(withinSeconds: number) {
    this.#withinSeconds = withinSeconds;
  }

  async look(phone: Phone, { clock, tell }: Perceiving, signal: AbortSignal): Promise<void> {
    // Reports carry the phone's own time, which need not be ours.
    const told = numberOf(await phone.value({ key: 'TimeIntervalSince1970' }, signal));
    const phoneNow = told ?? clock.now().getTime() / 1000;
    for (const { process, what, reason, bytes, at } of await recentBadEnds(phone, this.#known, signal)) {
      const secondsAgo = at ? Math.max(0, Math.round(phoneNow - at.getTime() / 1000)) : 0;
      if (!MATTERS.test(process) || secondsAgo > this.#withinSeconds) continue;
      const facts = { process, what, reason, secondsAgo, ...(bytes !== undefined && { bytes }) };
      tell({ kind: 'crash.report', source: 'crash-report', facts });
    }
  }
}
