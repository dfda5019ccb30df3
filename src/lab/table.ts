import type { LabResult } from './judge.ts';

/** One result in a line, for people. */
export function lineOf(result: LabResult): string {
  const mark = result.outcome === 'skipped' ? '–' : result.asExpected ? '✓' : '✗';
  const named = result.cause ? `${result.cause.id}${secondsIn(result.secondsToName)}` : 'nothing named';
  const why = result.because.length > 0 ? `\n    ${result.because.join('; ')}` : '';
  return `${mark} ${result.scenario} (${result.client}): ${result.outcome}, ${named}${why}`;
}

function secondsIn(seconds: number | null): string {
  return seconds === null ? '' : ` after ${seconds} s`;
}

/** What all results of one program come to. */
export interface Summary {
  readonly ran: number;
  readonly skipped: number;
  readonly asExpected: number;
  readonly verified: number;
  readonly falselyVerified: number;
  readonly harmed: number;
  readonly neverEnded: number;
  readonly alarms: number;
  /** Seconds from when anybody could know to the name; half are quicker. */
  readonly medianSecondsToName: number | null;
  readonly slowestSecondsToName: number | null;
}

export function summaryOf(results: readonly LabResult[]): Summary {
  const ran = results.filter(({ outcome }) => outcome !== 'skipped');
  const count = (is: (result: LabResult) => boolean): number => ran.filter(is).length;
  const seconds = ran.flatMap((result) => result.secondsFromEvidence ?? []).sort((a, b) => a - b);
  return {
    ran: ran.length,
    skipped: results.length - ran.length,
    asExpected: count(({ asExpected }) => asExpected),
    verified: count(({ verified }) => verified),
    falselyVerified: count(({ outcome, verified }) => outcome === 'verified' && !verified),
    harmed: count(({ previous }) => previous === 'damaged'),
    neverEnded: count(({ outcome }) => outcome === 'hung'),
    alarms: ran.reduce((sum, { alarms }) => sum + alarms, 0),
    medianSecondsToName: seconds[Math.floor(seconds.length / 2)] ?? null,
    slowestSecondsToName: seconds.at(-1) ?? null,
  };
}

export function summaryInWords(client: string, results: readonly LabResult[]): string {
  const { ran, skipped, asExpected, verified, falselyVerified, harmed, neverEnded, alarms, ...seconds } =
    summaryOf(results);
  const left = skipped > 0 ? `, ${skipped} skipped` : '';
  const named =
    seconds.medianSecondsToName === null
      ? ''
      : `\n  named, from when anybody could know: half within ${seconds.medianSecondsToName} s, all within ${seconds.slowestSecondsToName} s`;
  return (
    `${client}: ${asExpected} of ${ran} as expected${left}; ${verified} verified\n` +
    `  says done and is not: ${falselyVerified} · earlier backup harmed: ${harmed} · never ended: ${neverEnded} · false alarms: ${alarms}` +
    named
  );
}
