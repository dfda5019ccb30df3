import type { SyslogLine } from '../wire/syslog.ts';
import { type CloudNews, readCloudLine, showsWork } from './log-line.ts';
import { type Stage, stageAfter, stageNamed, stages } from './stages.ts';

/** What is known of the phone's iCloud backup at a moment. */
export interface CloudStanding {
  /** One is under way. */
  readonly running: boolean;
  /** The step it is at; undefined when none was told, as when Thaw came in the middle. */
  readonly stage: Stage | undefined;
  /** Where that step begins on the phone's own progress bar, 0…100. */
  readonly percent: number;
  /** So much has been handed over to be sent. */
  readonly files: number;
  readonly bytes: number;
}

const NOTHING: CloudStanding = { running: false, stage: undefined, percent: 0, files: 0, bytes: 0 };

/** Follows one iCloud backup after the other through the lines of the phone's log. Has no clock. */
export class CloudBackup {
  #standing: CloudStanding = NOTHING;

  get standing(): CloudStanding {
    return this.#standing;
  }

  /** What the line says; undefined where it only shows, if anything, that work goes on. */
  hear(line: SyslogLine): CloudNews | undefined {
    const news = readCloudLine(line);
    if (news) this.#take(news);
    else if (showsWork(line)) this.#atWork();
    return news;
  }

  #take(news: CloudNews): void {
    switch (news.kind) {
      case 'at-work':
        if (news.begins) this.#standing = { ...NOTHING, running: true, stage: stages[0] };
        else this.#atWork();
        break;
      case 'stage-done': {
        const done = stageNamed(news.stage);
        const stage = (done && stageAfter(done)) ?? done;
        this.#standing = { ...this.#standing, running: true, stage, percent: done?.to ?? 0 };
        break;
      }
      case 'uploading': {
        const { files = this.#standing.files, bytes = this.#standing.bytes } = news;
        const stage = stageNamed('UploadFiles');
        this.#standing = { running: true, stage, percent: stage?.from ?? 0, files, bytes };
        break;
      }
      case 'finished':
        this.#standing = { ...this.#standing, running: false, percent: 100 };
        break;
      case 'trouble':
        if (news.facts.final) this.#standing = { ...this.#standing, running: false };
        break;
      case 'conditions':
        if (news.facts.stopped) this.#standing = { ...this.#standing, running: false };
        break;
      case 'idle':
      case 'helper-ended':
        this.#standing = { ...this.#standing, running: false };
        break;
      case 'loses':
      case 'put-off':
        break;
    }
  }

  #atWork(): void {
    if (!this.#standing.running) this.#standing = { ...NOTHING, running: true };
  }
}
