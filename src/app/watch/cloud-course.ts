import { CloudBackup } from '../../cloud/cloud-backup.ts';
import type { CloudNews } from '../../cloud/log-line.ts';
import { diagnose } from '../../diagnosis/diagnose.ts';
import { nameOf } from '../../diagnosis/name.ts';
import type { Clock } from '../../kit/clock.ts';
import type { Evidence, EvidenceFacts } from '../../kit/evidence.ts';
import type { Emit, NamedCause, Outcome } from '../../kit/run-event.ts';
import type { Missing, WatchSaying } from '../../kit/watch-saying.ts';
import type { BackupSettings } from '../../phone/values.ts';
import type { Sign } from '../../watch/sign.ts';
import type { SyslogLine } from '../../wire/syslog.ts';
import { missingInWords } from '../words/watch-words.ts';
import { Asking } from './asking.ts';
import type { LineBlot } from './blot-line.ts';
import { CloudEvidence, type CloudFound } from './cloud-evidence.ts';
import { CloudTelling } from './cloud-telling.ts';

export interface CourseMeans {
  readonly clock: Clock;
  readonly emit: Emit;
  readonly blot: LineBlot;
  readonly productType: string;
  /** A failing iCloud backup ends the watch at once: something else is to be done then. */
  readonly endsOnFailure: boolean;
}

export interface CourseEnd {
  readonly outcome: Extract<Outcome, 'finished' | 'needs-person'>;
  readonly cause: string | null;
}

/** Causes that pass by themselves when the phone is left alone: nothing has failed. */
const PASSING: ReadonlySet<string> = new Set([
  'icloud-waits',
  'icloud-put-off',
  'icloud-restoring',
  'low-power-mode',
]);

/** Something a scheduled backup needs is not there; it is worth a word of its own when that lasts. */
interface Unmet {
  readonly facts: EvidenceFacts['cloud.conditions'];
  readonly since: number;
}
const UNMET_MS = 30_000;

/** Follows a phone's iCloud backups: takes what is heard, tells what it means, asks for what may help, knows the end. */
export class CloudCourse {
  readonly #means: CourseMeans;
  readonly #backup = new CloudBackup();
  readonly #asking: Asking;
  readonly #evidence: CloudEvidence;
  readonly #telling: CloudTelling;
  #settings: BackupSettings | undefined;
  #began: number | undefined;
  #attempts = 0;
  #askedAtAttempt = 0;
  #named: NamedCause | undefined;
  #missing: readonly Missing[] = [];
  #unmet: Unmet | undefined;
  #end: CourseEnd | undefined;

  constructor(means: CourseMeans) {
    this.#means = means;
    this.#asking = new Asking(means.clock, means.emit, means.productType);
    this.#evidence = new CloudEvidence(means.clock, means.emit);
    this.#telling = new CloudTelling(means.clock, means.emit);
  }

  /** Set when there is nothing more to wait for. */
  get end(): CourseEnd | undefined {
    return this.#end;
  }

  get tried(): Asking['tried'] {
    return this.#asking.tried;
  }

  /** What was seen in all. */
  get summary(): WatchSaying {
    const { running, stage, percent } = this.#backup.standing;
    if (this.#end?.outcome === 'finished') return { code: 'is-finished' };
    if (this.#named) return { code: 'cause', cause: this.#named };
    if (running) return { code: 'under-way', stage: stage?.name, percent };
    return { code: 'not-seen' };
  }

  hear(line: SyslogLine): void {
    const was = this.#backup.standing;
    const news = this.#backup.hear(line);
    const now = this.#backup.standing;
    if (now.running) this.#telling.sign({ kind: 'message' });
    if (now.running && !was.running) this.#begins(news);
    this.#telling.at(now);
    if (news) this.#take(news, this.#means.blot.text(line.text));
  }

  settings(settings: BackupSettings): void {
    const before = this.#settings;
    this.#settings = settings;
    const last = settings.lastCloudBackup?.getTime();
    const now = this.#means.clock.now().getTime();
    if (!before) {
      const ago = last === undefined ? undefined : Math.max(0, (now - last) / 1000);
      this.#telling.say('fine', { code: 'state', on: settings.cloudBackupEnabled, lastSecondsAgo: ago });
      this.#telling.say('fine', { code: 'listening' });
      const facts = ago === undefined ? {} : { lastBackupDaysAgo: Math.round(ago / 86_400) };
      if (!settings.cloudBackupEnabled) this.#prove({ kind: 'cloud.off', source: 'lockdown', facts });
    } else if (last !== undefined && last > (before.lastCloudBackup?.getTime() ?? 0)) this.#finished();
  }

  /** Evidence of the senses beside the log. */
  perceive(evidence: Evidence): void {
    if (evidence.kind === 'link.detached') {
      this.#means.emit({ type: 'link.lost' });
      this.#telling.say('fine', { code: 'off-cable' });
    }
    if (evidence.kind === 'link.attached') {
      this.#means.emit({ type: 'link.back', secondsAway: evidence.facts.secondsAway });
      this.#telling.say('fine', { code: 'on-cable' });
    }
    if (this.#evidence.perceive(evidence)) this.#diagnose();
  }

  sign(sign: Sign): void {
    if (sign.kind !== 'log') this.#telling.sign(sign);
  }

  /** Time has passed. */
  tick(): void {
    if (this.#end) return;
    if (this.#backup.standing.running) this.#telling.judge();
    if (this.#unmet && this.#means.clock.ticks() - this.#unmet.since >= UNMET_MS) this.#waits(this.#unmet);
    if (this.#asking.isLate && !this.#backup.standing.running) {
      this.#settle('not-done');
      this.#ask();
    }
  }

  #begins(news: CloudNews | undefined): void {
    this.#began ??= this.#means.clock.ticks();
    this.#attempts += 1;
    this.#unmet = undefined;
    const begins = news?.kind === 'at-work' && news.begins;
    this.#telling.begins(begins ? { code: 'begins', resumed: news.resumed } : { code: 'at-work' });
    if (this.#named && PASSING.has(this.#named.id)) this.#settle('helped');
  }

  #take(news: CloudNews, line: string): void {
    const source = 'phone-log';
    switch (news.kind) {
      case 'finished':
        this.#finished(line);
        break;
      case 'uploading':
        this.#telling.progress(this.#backup.standing);
        break;
      case 'trouble':
        this.#prove({ kind: 'cloud.failed', source, facts: { ...news.facts, line } });
        if (news.facts.final) this.#failed(news.facts.reason, line);
        break;
      case 'conditions':
        this.#conditions({ ...news.facts, line }, line);
        break;
      case 'put-off':
        this.#prove({ kind: 'cloud.put-off', source, facts: { ...news.facts, line } });
        break;
      case 'helper-ended':
        this.#prove({ kind: 'cloud.helper-ended', source, facts: news.facts });
        break;
      case 'loses':
        this.#telling.say('waits', { code: 'loses', what: news.what, seconds: news.seconds }, line);
        break;
      // Told by where the backup stands then.
      case 'at-work':
      case 'stage-done':
      case 'idle':
        break;
    }
  }

  #conditions(facts: EvidenceFacts['cloud.conditions'], line: string): void {
    const missing = missingIn(facts);
    const waited = this.#missing.length > 0;
    this.#missing = missing;
    if (missing.length === 0 && waited) {
      this.#telling.say('fine', { code: 'conditions-met' }, line);
      if (this.#named?.id === 'icloud-waits') this.#settle('helped');
    }
    this.#unmet = undefined;
    if (missing.length === 0 || facts.stopped) this.#waits({ facts, since: 0 });
    else if (facts.enabled && !this.#backup.standing.running) {
      this.#telling.say('waits', { code: 'misses', missing }, line);
      this.#unmet = { facts, since: this.#means.clock.ticks() };
    }
  }

  #waits({ facts }: Unmet): void {
    this.#unmet = undefined;
    this.#prove({ kind: 'cloud.conditions', source: 'phone-log', facts });
  }

  #failed(reason: string, line: string): void {
    if (reason === 'unknown' && !this.#named) this.#telling.say('trouble', { code: 'failed-unknown' }, line);
    if (this.#asking.step !== undefined && this.#attempts > this.#askedAtAttempt) {
      this.#settle('no-effect');
      this.#ask();
    }
  }

  #finished(line?: string): void {
    if (this.#end) return;
    this.#settle('helped');
    const { clock } = this.#means;
    const seconds = this.#began === undefined ? undefined : (clock.ticks() - this.#began) / 1000;
    this.#telling.say('fine', { code: 'finished', seconds }, line);
    this.#end = { outcome: 'finished', cause: null };
  }

  #prove(found: CloudFound): void {
    if (this.#evidence.prove(found)) this.#diagnose();
  }

  #diagnose(): void {
    if (this.#end) return;
    const cause = nameOf(diagnose(this.#evidence.telling));
    if (!cause || cause.id === this.#named?.id) return;
    this.#named = cause;
    this.#means.emit({ type: 'cause.named', cause });
    if (this.#means.endsOnFailure && !PASSING.has(cause.id)) {
      this.#settle('not-done');
      this.#end = { outcome: 'needs-person', cause: cause.id };
    } else if (this.#asking.step === undefined) this.#ask();
  }

  #ask(): void {
    if (this.#end) return;
    this.#askedAtAttempt = this.#attempts;
    const app = this.#evidence.app;
    const facts = {
      ...(app !== undefined && { app }),
      ...(this.#missing.length > 0 && { missing: missingInWords(this.#missing) }),
    };
    if (this.#asking.next(this.#evidence.telling, facts)) return;
    // What passes by itself is waited for; so is a server.
    if (!this.#named || PASSING.has(this.#named.id) || this.#named.id === 'icloud-server') return;
    this.#end = { outcome: 'needs-person', cause: this.#named.id };
  }

  #settle(result: 'helped' | 'no-effect' | 'not-done'): void {
    const evidence = this.#asking.settle(result);
    if (evidence) this.#evidence.add(evidence);
    if (result === 'helped') this.#named = undefined;
  }
}

/** What a backup that begins by itself needs and does not have. */
function missingIn({
  power,
  wifi,
  locked,
}: Pick<EvidenceFacts['cloud.conditions'], 'power' | 'wifi' | 'locked'>): readonly Missing[] {
  const needs = { power, wifi, lock: locked };
  return (['power', 'wifi', 'lock'] as const).filter((need) => !needs[need]);
}
