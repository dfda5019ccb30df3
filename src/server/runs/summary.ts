import type { RunSummary } from '../contract/runs.ts';
import type { LiveRun } from './live-run.ts';
import type { Standing } from './standing.ts';

export interface SummaryParts {
  readonly run: string;
  readonly lastEvent: number;
  readonly state: RunSummary['state'];
  readonly hasReport: boolean;
  /** The id of the backup that lies at a path, in the list of backups. */
  readonly idOf: (path: string) => string;
}

/** One line about a run. */
export function summaryOf(standing: Standing, parts: SummaryParts): RunSummary {
  const { run, lastEvent, state, hasReport, idOf } = parts;
  const { kind, phone, again, outcome, destination, began, ended, phase, percent, cause, question, path } =
    standing;
  const running = state === 'running';
  return {
    ...{ run, kind, state, outcome, destination, began, ended, lastEvent, phase, percent, cause, hasReport },
    udid: phone?.udid ?? null,
    phoneName: phone?.phoneName ?? null,
    productType: phone?.productType ?? null,
    step: running ? (standing.asked?.step ?? null) : null,
    question: running ? question : null,
    again: state === 'running' ? null : again,
    backup: path === null ? null : idOf(path),
  };
}

export function summaryOfLive(live: LiveRun, idOf: SummaryParts['idOf']): RunSummary {
  const { run, log, isOver, standing } = live;
  const hasReport = isOver && (standing.kind === 'backup' || standing.kind === 'restore');
  return summaryOf(standing, {
    ...{ run, idOf, hasReport },
    lastEvent: log.last,
    state: isOver ? 'finished' : 'running',
  });
}
