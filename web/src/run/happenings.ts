import type { PageEvent } from '../../../src/server/contract/events.ts';

/** What happened, as far as it is told: in order, and what is tried over and over is told once. */
export type Happenings = readonly PageEvent[];

export const noHappenings: Happenings = [];

/** Of these there are thousands; they are shown as figures. */
const FIGURES: ReadonlySet<PageEvent['type']> = new Set([
  'progress',
  'verify.progress',
  'work.progress',
  'remedy.progress',
  'run.opened',
]);

export function happeningsWith(told: Happenings, event: PageEvent): Happenings {
  if (FIGURES.has(event.type) || isStillTrue(told, event)) return told;
  const tried = triedBy(event);
  return [...(tried === undefined ? told : withoutVain(told, tried)), event];
}

/** A cause that nothing has helped against, or the phase it was in anyway. */
function isStillTrue(told: Happenings, event: PageEvent): boolean {
  if (event.type === 'phase.changed') {
    const last = told.at(-1);
    return last?.type === 'phase.changed' && last.phase === event.phase;
  }
  if (event.type !== 'cause.named') return false;
  return sinceHelp(told).some((one) => one.type === 'cause.named' && one.cause.id === event.cause.id);
}

/** The remedy that begins; what a person is asked for is one, too, and has the same id. */
function triedBy(event: PageEvent): string | undefined {
  if (event.type === 'remedy.started') return event.remedy;
  return event.type === 'person.needed' ? event.step : undefined;
}

/** Without the earlier tries of a remedy that did not help: the new one says it again. */
function withoutVain(told: Happenings, remedy: string): Happenings {
  const vain = new Set(
    sinceHelp(told).filter(
      (one) => triedBy(one) === remedy || (one.type === 'remedy.finished' && one.remedy === remedy),
    ),
  );
  return told.filter((one) => !vain.has(one));
}

function sinceHelp(told: Happenings): Happenings {
  return told.slice(
    told.findLastIndex(
      (one) => one.type === 'remedy.finished' && (one.result === 'helped' || one.result === 'went-on'),
    ) + 1,
  );
}
