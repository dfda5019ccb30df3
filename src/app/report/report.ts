import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ThawError } from '../../kit/errors.ts';
import { isList } from '../../kit/is-list.ts';
import type { RunEvent } from '../../kit/run-event.ts';
import { findRun, isEvent, readRun } from '../runs/read-run.ts';
import { type RunFile, runFiles } from '../runs/run-files.ts';
import { Blot } from './blot.ts';
import { pageOf } from './page.ts';
import { type Story, storyOf } from './story.ts';

export interface ReportRequest {
  /** A run's id or the beginning of it; the newest when not given. */
  readonly run?: string | undefined;
  /** The folder the two files are put in. */
  readonly to: string;
}

/** The two files of a report, fit to be shown to others. */
export interface Report {
  readonly run: string;
  readonly page: string;
  readonly json: string;
  readonly outcome: Story['outcome'];
}

/** Writes one HTML page and one JSON file about a run, with everything personal blotted out. Rejects with `run.unknown`. */
export async function writeReport({ run, to }: ReportRequest): Promise<Report> {
  const made = await makeReport(run);
  const folder = resolve(to);
  await mkdir(folder, { recursive: true });
  const stem = join(folder, made.name);
  await writeFile(`${stem}.html`, made.page, { mode: 0o600 });
  await writeFile(`${stem}.json`, made.json, { mode: 0o600 });
  return { run: made.run, page: `${stem}.html`, json: `${stem}.json`, outcome: made.outcome };
}

/** A report's two documents, and the name their files are to have. */
export interface MadeReport {
  readonly run: string;
  readonly name: string;
  readonly page: string;
  readonly json: string;
  readonly outcome: Story['outcome'];
}

/** Makes a report of a run, by its id or the beginning of it, or of the newest. Rejects with `run.unknown`. */
export async function makeReport(run: string | undefined): Promise<MadeReport> {
  const file = await findRun(run);
  const blotted = new Blot().all(await readRun(file));
  const events: RunEvent[] = isList(blotted) ? blotted.filter(isEvent) : [];
  const story = storyOf(events);
  if (!story)
    throw new ThawError('run.unknown', 'the record is empty', { facts: { run: file.run, runs: 1 } });
  const name = `thaw-report-${story.began.slice(0, 16).replaceAll(':', '-')}-${story.run.slice(0, 8)}`;
  const about = `Made by Thaw, with Node ${process.version} on ${process.platform}.`;
  const { outcome, end, seconds, began, causes, tried, moments } = story;
  const summary = {
    about,
    run: story.run,
    began,
    seconds,
    outcome,
    end: end ?? null,
    causes,
    tried,
    moments,
    events,
  };
  const json = `${JSON.stringify(summary, null, 2)}\n`;
  return { run: story.run, name, page: pageOf(story, about), json, outcome };
}

/** One line about a recorded run. */
export interface RecordedRun {
  readonly run: string;
  readonly began: string;
  readonly outcome: Story['outcome'];
  readonly seconds: number;
  /** Not of a run that reached no phone. */
  readonly udid?: string;
}

/** The runs there is a record of, newest first. */
export async function recordedRuns(): Promise<RecordedRun[]> {
  const runs = await Promise.all((await runFiles()).map(lineOf));
  return runs.filter((run) => run !== undefined);
}

async function lineOf(file: RunFile): Promise<RecordedRun | undefined> {
  const events = await readRun(file);
  const story = storyOf(events);
  const udid = events.at(-1)?.udid;
  return (
    story && {
      run: file.run,
      began: story.began,
      outcome: story.outcome,
      seconds: story.seconds,
      ...(udid !== undefined && { udid }),
    }
  );
}
