import { sizeInWords } from '../kit/amounts.ts';
import { systemClock } from '../kit/clock.ts';
import type { NamedCause, RunEvent } from '../kit/run-event.ts';
import { LiveLine, type Screen } from './live-line.ts';
import { rescueLines } from './rescue-lines.ts';
import { RunView } from './run-view.ts';

/** Shows a person what is seen of a backup that Thaw does not make; once Thaw makes one itself, that. */
export class WatchView {
  readonly #screen: Screen;
  readonly #lines: LiveLine;
  #backup: RunView | undefined;
  #started = false;

  constructor(screen: Screen) {
    this.#screen = screen;
    this.#lines = new LiveLine(screen, systemClock.ticks);
  }

  show(event: RunEvent): void {
    // The second run is the backup that is made instead.
    if (event.type === 'run.started' && this.#started) this.#backup = new RunView(this.#screen);
    if (event.type === 'run.started') this.#started = true;
    if (this.#backup) this.#backup.show(event);
    else this.#watched(event);
  }

  #watched(event: RunEvent): void {
    switch (event.type) {
      case 'watch.told':
        this.#lines.line(event.standing === 'trouble' ? `! ${event.sentence}` : event.sentence);
        break;
      case 'progress':
        this.#lines.progress(progressLine(event));
        break;
      case 'cause.named':
        for (const line of [...rescueLines(event), ...proofs(event.cause)]) this.#lines.line(line);
        break;
      case 'run.finished':
        this.#lines[Symbol.dispose]();
        break;
      // The step that follows says the same.
      case 'remedy.started':
        break;
      // An offer, made at the end; nobody is waited for.
      case 'person.needed':
        this.#person(event);
        break;
      case 'remedy.finished':
        if (event.remedy !== OFFER) for (const line of rescueLines(event)) this.#lines.line(line);
        break;
      default:
        for (const line of rescueLines(event)) this.#lines.line(line);
    }
  }

  #person(event: Extract<RunEvent, { type: 'person.needed' }>): void {
    const lines =
      event.step === OFFER ? ['', event.sentence, ...event.actions.slice(1, 2)] : rescueLines(event);
    for (const line of lines) this.#lines.line(line);
  }
}

/** The step that offers the backup on this computer. */
const OFFER = 'switch-method';

function progressLine({ percent, bytes, bytesPerSecond }: Extract<RunEvent, { type: 'progress' }>): string {
  const parts = [
    `about ${Math.floor(percent)} %`,
    ...(bytes > 0 ? [`${sizeInWords(bytes)} handed over`] : []),
    ...(bytesPerSecond > 0 ? [`${sizeInWords(bytesPerSecond)}/s`] : []),
  ];
  return `  ${parts.join(' · ')}`;
}

/** The lines of the phone's log that it was read from. */
function proofs({ evidence }: NamedCause): readonly string[] {
  const lines = evidence.flatMap(({ facts }) =>
    'line' in facts && facts.line !== undefined ? [facts.line] : [],
  );
  return lines.length === 0
    ? []
    : ['From the log of the iPhone:', ...lines.slice(-3).map((line) => `    ${line}`)];
}
