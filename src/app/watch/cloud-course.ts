import { CloudBackup } from '../../cloud/cloud-backup.ts';
import type { CloudNews } from '../../cloud/log-line.ts';
import type { Evidence, EvidenceFacts } from '../../kit/evidence.ts';
import type { WatchSaying } from '../../kit/watch-saying.ts';
import type { BackupSettings } from '../../phone/values.ts';
import type { Sign } from '../../watch/sign.ts';
import type { SyslogLine } from '../../wire/syslog.ts';
import type { LineBlot } from './blot-line.ts';
import { CloudConditions } from './cloud-conditions.ts';
import { CloudHelp, type CourseEnd, type HelpMeans } from './cloud-help.ts';
import { CloudTelling } from './cloud-telling.ts';

export interface CourseMeans extends HelpMeans {
  readonly blot: LineBlot;
}

/** Follows a phone's iCloud backups: takes what is heard, and passes on what it means to those who tell and who help. */
export class CloudCourse {
  readonly #means: CourseMeans;
  readonly #backup = new CloudBackup();
  readonly #conditions: CloudConditions;
  readonly #help: CloudHelp;
  readonly #telling: CloudTelling;
  #settings: BackupSettings | undefined;
  #began: number | undefined;

  constructor(means: CourseMeans) {
    this.#means = means;
    this.#conditions = new CloudConditions(means.clock);
    this.#help = new CloudHelp(means, () => this.#conditions.missing);
    this.#telling = new CloudTelling(means.clock, means.emit);
  }

  /** Set when there is nothing more to wait for. */
  get end(): CourseEnd | undefined {
    return this.#help.end;
  }

  get tried(): CloudHelp['tried'] {
    return this.#help.tried;
  }

  /** What was seen in all. */
  get summary(): WatchSaying {
    const { running, stage, percent } = this.#backup.standing;
    const { named } = this.#help;
    if (this.end?.outcome === 'finished') return { code: 'is-finished' };
    if (named) return { code: 'cause', cause: named };
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
    if (!before) this.#tellSettings(settings.cloudBackupEnabled, last);
    else if (last !== undefined && last > (before.lastCloudBackup?.getTime() ?? 0)) this.#finished();
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
    this.#help.perceive(evidence);
  }

  sign(sign: Sign): void {
    if (sign.kind !== 'log') this.#telling.sign(sign);
  }

  /** Time has passed. */
  tick(): void {
    if (this.end) return;
    if (this.#backup.standing.running) this.#telling.judge();
    const lasting = this.#conditions.lasting();
    if (lasting) this.#proveConditions(lasting);
    if (!this.#backup.standing.running) this.#help.tick();
  }

  #tellSettings(on: boolean, last: number | undefined): void {
    const now = this.#means.clock.now().getTime();
    const ago = last === undefined ? undefined : Math.max(0, (now - last) / 1000);
    this.#telling.say('fine', { code: 'state', on, lastSecondsAgo: ago });
    this.#telling.say('fine', { code: 'listening' });
    const facts = ago === undefined ? {} : { lastBackupDaysAgo: Math.round(ago / 86_400) };
    if (!on) this.#help.prove({ kind: 'cloud.off', source: 'lockdown', facts });
  }

  #begins(news: CloudNews | undefined): void {
    this.#began ??= this.#means.clock.ticks();
    this.#conditions.over();
    const begins = news?.kind === 'at-work' && news.begins;
    this.#telling.begins(begins ? { code: 'begins', resumed: news.resumed } : { code: 'at-work' });
    this.#help.begins();
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
        this.#help.prove({ kind: 'cloud.failed', source, facts: { ...news.facts, line } });
        if (news.facts.final) this.#failed(news.facts.reason, line);
        break;
      case 'conditions':
        this.#takeConditions({ ...news.facts, line }, line);
        break;
      case 'put-off':
        this.#help.prove({ kind: 'cloud.put-off', source, facts: { ...news.facts, line } });
        break;
      case 'helper-ended':
        this.#help.prove({ kind: 'cloud.helper-ended', source, facts: news.facts });
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

  #takeConditions(facts: EvidenceFacts['cloud.conditions'], line: string): void {
    if (this.#conditions.hear(facts)) {
      this.#telling.say('fine', { code: 'conditions-met' }, line);
      this.#help.conditionsMet();
    }
    const { missing } = this.#conditions;
    if (missing.length === 0 || facts.stopped) this.#proveConditions(facts);
    else if (facts.enabled && !this.#backup.standing.running) {
      this.#telling.say('waits', { code: 'misses', missing }, line);
      this.#conditions.waits(facts);
    }
  }

  #proveConditions(facts: EvidenceFacts['cloud.conditions']): void {
    this.#help.prove({ kind: 'cloud.conditions', source: 'phone-log', facts });
  }

  #failed(reason: string, line: string): void {
    if (reason === 'unknown' && !this.#help.named)
      this.#telling.say('trouble', { code: 'failed-unknown' }, line);
    this.#help.failed();
  }

  #finished(line?: string): void {
    if (this.end) return;
    this.#help.finished();
    const { clock } = this.#means;
    const seconds = this.#began === undefined ? undefined : (clock.ticks() - this.#began) / 1000;
    this.#telling.say('fine', { code: 'finished', seconds }, line);
  }
}
