import type { Scenario } from '../virtual/scenario.ts';
import type { ClientName } from './client.ts';
import { isFirstGuessRight, type LabResult } from './judge.ts';

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
  readonly notRun: number;
  readonly asExpected: number;
  readonly verified: number;
  readonly falselyVerified: number;
  readonly harmed: number;
  readonly neverEnded: number;
  readonly alarms: number;
  /** Of the scenarios that expect a cause, how often the first one named was it. */
  readonly guesses: { readonly right: number; readonly of: number };
  /** Seconds from when anybody could know to the name; half are quicker. */
  readonly medianSecondsToName: number | null;
  readonly slowestSecondsToName: number | null;
}

function summaryOf(scenarios: readonly Scenario[], results: readonly LabResult[]): Summary {
  const ran = results.filter(({ outcome }) => outcome !== 'skipped');
  const count = (is: (result: LabResult) => boolean): number => ran.filter(is).length;
  const seconds = ran.flatMap((result) => result.secondsFromEvidence ?? []).sort((a, b) => a - b);
  const byName = new Map(scenarios.map((scenario) => [scenario.name, scenario]));
  const guesses = ran.flatMap((result) => {
    const scenario = byName.get(result.scenario);
    return (scenario && isFirstGuessRight(scenario, result)) ?? [];
  });
  return {
    ran: ran.length,
    skipped: results.length - ran.length,
    notRun: scenarios.length - results.length,
    asExpected: count(({ asExpected }) => asExpected),
    verified: count(({ verified }) => verified),
    falselyVerified: count(({ outcome, verified }) => outcome === 'verified' && !verified),
    harmed: count(({ previous }) => previous === 'damaged'),
    neverEnded: count(({ outcome }) => outcome === 'hung'),
    alarms: ran.reduce((sum, { alarms }) => sum + alarms, 0),
    guesses: { right: guesses.filter((right) => right).length, of: guesses.length },
    medianSecondsToName: seconds[Math.floor(seconds.length / 2)] ?? null,
    slowestSecondsToName: seconds.at(-1) ?? null,
  };
}

export function summaryInWords(
  client: ClientName,
  scenarios: readonly Scenario[],
  results: readonly LabResult[],
): string {
  const summary = summaryOf(scenarios, results);
  const { ran, skipped, notRun, asExpected, verified, falselyVerified, harmed, neverEnded } = summary;
  const left = (skipped > 0 ? `, ${skipped} skipped` : '') + (notRun > 0 ? `, ${notRun} not run` : '');
  const lines = [
    `${client}: ${asExpected} of ${ran} as expected${left}; ${verified} verified`,
    `  says done and is not: ${falselyVerified} · earlier backup harmed: ${harmed} · never ended: ${neverEnded}`,
    // Other programs name no causes and give no alarms.
    ...(client === 'thaw' ? namingInWords(summary) : []),
  ];
  return lines.join('\n');
}

function namingInWords({ alarms, guesses: { right, of }, ...seconds }: Summary): string[] {
  const guesses =
    of === 0 ? '' : `first guess right: ${right} of ${of} (${((100 * right) / of).toFixed(1)} %) · `;
  const { medianSecondsToName: median, slowestSecondsToName: slowest } = seconds;
  return [
    `  ${guesses}false alarms: ${alarms}`,
    ...(median === null
      ? []
      : [`  named, from when anybody could know: half within ${median} s, all within ${slowest} s`]),
  ];
}
