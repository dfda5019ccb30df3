import type { Verified, VerifyEvent } from '../app/verify.ts';
import { findingInWords, meaningOf } from '../app/words/finding-words.ts';
import { count, sizeInWords, timeInWords } from '../kit/amounts.ts';
import { LiveLine, type Screen } from './live-line.ts';

const MAX_PRINTED = 20;

/** Shows a check of a backup to a person: how far it is, then what was found, by kind and with what it means. */
export class VerifyView implements Disposable {
  readonly #out: LiveLine;

  constructor(screen: Screen, ticks: () => number) {
    this.#out = new LiveLine(screen, ticks);
  }

  show(event: VerifyEvent): void {
    this.#out.progress(`  ${event.type === 'progress' ? readSoFar(event) : comparedSoFar(event)}`);
  }

  end({ verification, sound, icloud }: Verified): void {
    for (const [kind, findings] of Map.groupBy(verification.findings, (finding) => finding.kind)) {
      for (const finding of findings.slice(0, MAX_PRINTED)) this.#out.line(findingInWords(finding));
      const all = verification.counts[kind] ?? findings.length;
      if (all > MAX_PRINTED)
        this.#out.line(`… and ${(all - MAX_PRINTED).toLocaleString('en')} more like this.`);
      this.#out.line(`  ${meaningOf(kind)}`);
    }
    this.#out.line(sound ? soundness(verification) : 'This backup is not whole. It was not changed.');
    if (icloud && icloud.standing !== 'unknown') this.#out.line(`\n${icloud.paragraph}`);
  }

  /** Takes away what is said of how far it is. */
  clear(): void {
    this.#out[Symbol.dispose]();
  }

  [Symbol.dispose](): void {
    this.clear();
  }
}

function comparedSoFar({ files, of }: Extract<VerifyEvent, { type: 'verify.progress' }>): string {
  return `${files.toLocaleString('en')} of ${count(of, 'file')} compared`;
}

function readSoFar(event: Extract<VerifyEvent, { type: 'progress' }>): string {
  return [
    `${event.done.toLocaleString('en')} of ${count(event.of, 'file')} read`,
    `${sizeInWords(event.bytes)} of ${sizeInWords(event.ofBytes)}`,
    `${sizeInWords(event.bytesPerSecond)}/s`,
    ...(event.secondsLeft === undefined ? [] : [`about ${timeInWords(event.secondsLeft)} left`]),
  ].join(' · ');
}

function soundness({ depth, opened, files, bytes, read }: Verified['verification']): string {
  const all = `${count(files, 'file')}, ${sizeInWords(bytes)}`;
  switch (depth) {
    case 'structure':
      return opened
        ? 'The metadata and the list of files are in order. The files were not looked at.'
        : 'What can be seen without the password is in order. With it, every file can be checked.';
    case 'files':
      return `Whole: every file is there with its exact size (${all}).`;
    case 'content':
      return read.files < files
        ? `Whole: every file is there (${all}), and ${count(read.files, 'file')} (${sizeInWords(read.bytes)}) were read and are in order. The next time others are read.`
        : `Whole: every file is there, was read, and is in order (${all}).`;
  }
}
