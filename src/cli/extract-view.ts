import type { WriteStream } from 'node:tty';
import type { ExtractEvent, ExtractResult } from '../app/extract.ts';
import { leftOutInWords, problemInWords } from '../app/words/extract-words.ts';
import { count, sizeInWords, timeInWords } from '../kit/amounts.ts';
import { printable } from './printable.ts';

const MAX_PROBLEMS = 50;

/** What is brought out of a backup, on a terminal or in a pipe. */
export class ExtractView implements Disposable {
  readonly #screen: WriteStream;
  #live = false;
  #problems = 0;

  constructor(screen: WriteStream) {
    this.#screen = screen;
  }

  show(event: ExtractEvent): void {
    switch (event.type) {
      case 'progress':
        this.#progress(event);
        break;
      case 'file.failed':
        this.#problem(problemInWords(event));
        break;
      case 'left-out':
        this.#line(leftOutInWords(event));
        break;
      case 'counted':
        this.#line(count(event.count, event.what.replace(/s$/, '')));
        break;
      case 'file.extracted':
        break;
    }
  }

  end({ path, files, bytes, unchanged, failed }: ExtractResult): void {
    if (this.#problems > MAX_PROBLEMS)
      this.#line(`… and ${count(this.#problems - MAX_PROBLEMS, 'more file')}`);
    const before = unchanged > 0 ? ` ${count(unchanged, 'file')} from an earlier time left as they are.` : '';
    this.#line(`${count(files, 'file')}, ${sizeInWords(bytes)}, written to ${printable(path)}.${before}`);
    if (failed > 0)
      this.#line(`${count(failed, 'file')} could not be read. The backup itself was not changed.`);
  }

  [Symbol.dispose](): void {
    this.#clear();
  }

  #progress(event: Extract<ExtractEvent, { type: 'progress' }>): void {
    if (!this.#screen.isTTY) return;
    const parts = [
      `${event.done.toLocaleString('en')} of ${event.of.toLocaleString('en')}`,
      ...(event.ofBytes > 0
        ? [
            `${sizeInWords(event.bytes)} of ${sizeInWords(event.ofBytes)}`,
            `${sizeInWords(event.bytesPerSecond)}/s`,
          ]
        : []),
      ...(event.secondsLeft === undefined ? [] : [`about ${timeInWords(event.secondsLeft)} left`]),
    ];
    this.#clear();
    this.#screen.write(`  ${parts.join(' · ')}`.slice(0, (this.#screen.columns ?? 80) - 1));
    this.#live = true;
  }

  #problem(text: string): void {
    this.#problems += 1;
    if (this.#problems <= MAX_PROBLEMS) this.#line(text);
  }

  #line(text: string): void {
    this.#clear();
    this.#screen.write(`${printable(text)}\n`);
  }

  #clear(): void {
    if (this.#live) this.#screen.write('\r\u001b[2K');
    this.#live = false;
  }
}
