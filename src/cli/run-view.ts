import { type Ask, askWords } from '../app/words/ask-words.ts';
import { encryptionNotesInWords } from '../app/words/encryption-notes.ts';
import { codeOf } from '../app/words.ts';
import { count, sizeInWords } from '../kit/amounts.ts';
import { systemClock } from '../kit/clock.ts';
import type { Phase, RunEvent, SkippedFile } from '../kit/run-event.ts';
import { LiveLine, type Screen } from './live-line.ts';
import { RescueTelling } from './rescue-lines.ts';

/** What each phase of a backup is to a person. */
export const PHASES: Readonly<Record<Phase, string>> = {
  connecting: 'Connecting to the iPhone',
  'waiting-for-trust': 'Waiting for “Trust” on the iPhone',
  'waiting-for-passcode': 'Waiting for the passcode on the iPhone',
  preparing: 'The iPhone is preparing (this may take a while; it is working)',
  sending: 'Receiving',
  finishing: 'The iPhone is finishing',
  verifying: 'Checking every file',
};
/** What is said after a cause makes it old news. */
const AFTER_A_CAUSE: ReadonlySet<RunEvent['type']> = new Set([
  'phase.changed',
  'remedy.started',
  'remedy.finished',
]);
/** Not what a cause that was named before explains. */
const SAID_ANYWAY: ReadonlySet<string> = new Set(['internal', 'cancelled']);
const BAR_WIDTH = 24;
const MAX_NAMED_SKIPS = 20;

/** Shows a run to a person: on a terminal one calm line that changes, in a pipe plain lines. */
export class RunView {
  readonly #lines: LiveLine;
  readonly #rescue = new RescueTelling();
  /** A cause was the last thing said of what is wrong. */
  #isExplained = false;
  #skips = 0;
  readonly #phases: Readonly<Record<Phase, string>>;

  constructor(screen: Screen, phases = PHASES) {
    this.#lines = new LiveLine(screen, systemClock.ticks);
    this.#phases = phases;
  }

  show(event: RunEvent): void {
    if (event.type === 'cause.named') this.#isExplained = true;
    else if (AFTER_A_CAUSE.has(event.type)) this.#isExplained = false;
    switch (event.type) {
      case 'phase.changed':
        this.#lines.line(`${this.#phases[event.phase]}.`);
        break;
      case 'phone.asks':
        this.#lines.line(askLine(event.what, event.secondsLeft));
        break;
      case 'phone.answered':
        this.#lines.line('The iPhone no longer asks.');
        break;
      case 'note':
        this.#note(event.code, event.facts);
        break;
      case 'file.skipped':
        this.#skipped(event.file);
        break;
      case 'progress':
        if (event.bytes > 0) this.#lines.progress(progressLine(event));
        break;
      case 'verify.progress':
        this.#lines.progress(
          `  ${event.files.toLocaleString('en')} of ${event.of.toLocaleString('en')} files checked`,
        );
        break;
      case 'run.finished':
        this.#finished(event);
        break;
      default:
        for (const line of this.#rescue.of(event)) this.#lines.line(line);
    }
  }

  /** Whoever watches has just read what is behind this failure. */
  hasTold(failure: unknown): boolean {
    return this.#isExplained && !SAID_ANYWAY.has(codeOf(failure));
  }

  #finished(event: Extract<RunEvent, { type: 'run.finished' }>): void {
    this.#lines[Symbol.dispose]();
    const { backup } = event;
    if (event.outcome !== 'verified' || !backup) return;
    const kind = `${backup.full ? 'full' : 'incremental'}, ${backup.encrypted ? 'encrypted' : 'not encrypted'}`;
    this.#lines.line(`Done and verified in ${duration(event.seconds)} (${kind}).`);
    if (backup.files > 0) {
      this.#lines.line(
        `Every one of ${count(backup.files, 'file')} is there, ${sizeInWords(backup.bytes)} in all.`,
      );
    }
    const left = event.skipped.filter((file) => !file.harmless);
    if (left.length > 0)
      this.#lines.line(
        `Not in it, because the iPhone could not read it: ${count(left.length, 'file')}, named above.`,
      );
    this.#lines.line(backup.path);
  }

  #note(code: string, facts: Readonly<Record<string, string | number | boolean>>): void {
    if (code === 'resumed')
      this.#lines.line(
        `Carrying on: ${sizeInWords(Number(facts['bytes']))} were received before and are kept.`,
      );
    if (code === 'encryption') {
      this.#lines.line(
        facts['on'] === true
          ? 'Backups of this iPhone are encrypted.'
          : 'Backups of this iPhone are not encrypted: passwords and health data are left out (see “thaw password set”).',
      );
    }
    if (code === 'fat')
      this.#lines.line(
        'This disk’s format (FAT) cannot hold files over 4 GB: a longer video would stop the backup.',
      );
    if (code === 'link-compared') {
      const [before, now] = [facts['bytesPerSecondBefore'], facts['bytesPerSecond']].map(Number);
      this.#lines.line(
        `The connection carries ${sizeInWords(now ?? 0)} a second now; before it was ${sizeInWords(before ?? 0)}.`,
      );
    }
    if (code === 'asking-again')
      this.#lines.line(
        'The backup is in its place. The iPhone is asked once more for what it could not read.',
      );
    if (code === 'rolled-forward')
      this.#lines.line('An earlier run was cut at its very end; it was completed first.');
    if (code === 'also-in-the-way') this.#lines.line(`${facts['what']} ${facts['next']}`);
    const inWords = encryptionNotesInWords.get(code);
    if (inWords !== undefined) this.#lines.line(inWords);
    if (code === 'icloud-verdict') this.#lines.line(`\n${facts['paragraph']}\n`);
    if (code === 'copied') this.#lines.line(`The phone’s own backup was copied first: ${facts['path']}`);
    if (code === 'room-made') this.#lines.line(`${facts['inWords']} are free again.`);
    if (code === 'setting-put-back') this.#lines.line('What was changed on the iPhone is as it was.');
    if (code === 'setting-left')
      this.#lines.line(
        'A setting that was changed on the iPhone could not be put back yet: the next start of Thaw does it.',
      );
    if (code === 'set-aside')
      this.#lines.line('What an earlier run had received no longer fits this folder and was set aside.');
  }

  #skipped({ path, domain, harmless }: SkippedFile): void {
    if (harmless) return;
    this.#skips += 1;
    const app = /^AppDomain-(.+)$/.exec(domain ?? '')?.[1];
    const whose = app === undefined ? '' : ` of the app ${app}`;
    if (this.#skips <= MAX_NAMED_SKIPS) this.#lines.line(`The iPhone could not read ${path}${whose}.`);
    if (this.#skips === MAX_NAMED_SKIPS + 1) this.#lines.line('… and more.');
  }
}

function askLine(what: Ask, secondsLeft: number | undefined): string {
  return secondsLeft === undefined
    ? askWords[what]
    : `${askWords[what]} It waits about ${duration(secondsLeft)}.`;
}

function progressLine(event: Extract<RunEvent, { type: 'progress' }>): string {
  const filled = Math.round((event.percent / 100) * BAR_WIDTH);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)}`;
  const parts = [
    `${bar} ${Math.floor(event.percent)} %`,
    sizeInWords(event.bytes),
    count(event.files, 'file'),
    `${sizeInWords(event.bytesPerSecond)}/s`,
    ...(event.secondsLeft === undefined ? [] : [`about ${duration(event.secondsLeft)} left`]),
  ];
  return `  ${parts.join(' · ')}`;
}

/** Seconds as people say them. */
function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
