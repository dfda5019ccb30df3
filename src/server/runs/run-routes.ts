import { type Context, Hono } from 'hono';
import { PageError } from '../../app/page-error.ts';
import { backupId } from '../../app/places/found-backup.ts';
import { makeReport } from '../../app/report/report.ts';
import type { PageEvent } from '../contract/events.ts';
import type { Done } from '../contract/problem.ts';
import {
  answerSchema,
  type RunStarted,
  type RunSummary,
  type RunsAnswer,
  runRequestSchema,
} from '../contract/runs.ts';
import type { StepAnswer } from '../contract/steps.ts';
import type { Desk } from '../desk.ts';
import { eventStream, type ServerSentEvent } from '../http/event-stream.ts';
import { readJson } from '../http/read-json.ts';
import type { LiveRun } from './live-run.ts';
import { openingOf } from './opening.ts';
import { eventsOf } from './past-runs.ts';
import { CHANGES_BACKUP } from './runs.ts';
import { stepCardOf } from './step-card.ts';
import { summaryOfLive } from './summary.ts';

const DONE: Done = { done: true };

/** Everything below /api/runs. */
export function runRoutes(desk: Desk): Hono {
  const { runs, past, clock, life } = desk;
  const live = (context: Context): LiveRun => {
    const run = runs.get(context.req.param('id') ?? '');
    if (!run) throw new PageError('page.unknown', 'no such run');
    return run;
  };
  return new Hono()
    .get('/', async (context) => {
      const here = runs.all.map((run) => summaryOfLive(run, backupId)).reverse();
      const earlier = await past.list(new Set(here.map(({ run }) => run)));
      const all = [...here, ...earlier].sort(byNeed);
      return context.json({ runs: all } satisfies RunsAnswer);
    })
    .post('/', async (context) => {
      const request = await readJson(context, runRequestSchema);
      const opening = await openingOf(request, desk);
      const { run } = runs.start(request, opening);
      // What was open of it is not what it will be.
      if (opening.backup && CHANGES_BACKUP.has(request.kind)) await desk.opened.close(opening.backup.id);
      return context.json({ run } satisfies RunStarted);
    })
    .get('/:id', async (context) => {
      const run = runs.get(context.req.param('id'));
      const summary = run
        ? summaryOfLive(run, backupId)
        : (await past.find(context.req.param('id')))?.summary;
      if (!summary) throw new PageError('page.unknown', 'no such run');
      return context.json(summary);
    })
    .get('/:id/events', async (context) => {
      const after = afterOf(context);
      const run = runs.get(context.req.param('id'));
      if (run)
        return eventStream(context, clock, life, (signal) => told(run.log.after(after, signal), signal));
      const found = await past.find(context.req.param('id'));
      if (!found) throw new PageError('page.unknown', 'no such run');
      const events = (await eventsOf(found.file)).filter(({ number }) => number > after);
      return eventStream(context, clock, life, (signal) => told(events, signal));
    })
    .get('/:id/step', (context) => {
      const run = runs.get(context.req.param('id'));
      return context.json({ step: run ? stepCardOf(run.standing) : null } satisfies StepAnswer);
    })
    .post('/:id/cancel', (context) => {
      // One that ends meanwhile is stopped, too: nobody can know it a moment before.
      live(context).cancel();
      return context.json(DONE);
    })
    .post('/:id/answer', async (context) => {
      const { question, value } = await readJson(context, answerSchema);
      live(context).answer(question, value);
      return context.json(DONE);
    })
    .get('/:id/report.html', async (context) => {
      const { name, page } = await reportOf(context.req.param('id'));
      return download(context, `${name}.html`, page);
    })
    .get('/:id/report.json', async (context) => {
      const { name, json } = await reportOf(context.req.param('id'));
      return download(context, `${name}.json`, json);
    });
}

/** What is running first, then the newest. */
function byNeed(one: RunSummary, other: RunSummary): number {
  const running = Number(other.state === 'running') - Number(one.state === 'running');
  return running || (one.began < other.began ? 1 : -1);
}

/** After which number the page wants to go on. */
function afterOf(context: Context): number {
  const text = context.req.header('last-event-id') ?? context.req.query('after') ?? '0';
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new PageError('page.not-understood', 'after what?');
  return number;
}

/** Each event under its number; at the end the word not to come back. */
async function* told(
  events: AsyncIterable<PageEvent> | Iterable<PageEvent>,
  signal: AbortSignal,
): AsyncGenerator<ServerSentEvent> {
  for await (const event of events) yield { id: String(event.number), data: JSON.stringify(event) };
  if (!signal.aborted) yield { event: 'end', data: '{}' };
}

async function reportOf(run: string) {
  // An id begins a file's name: nothing else may.
  if (!/^[0-9a-f-]{36}$/.test(run)) throw new PageError('page.no-report', 'no such run');
  return await makeReport(run);
}

/** A report is kept, not shown: it is another document, and the page's own policy would not fit it. */
function download(context: Context, name: string, text: string): Response {
  return context.body(text, 200, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="${name}"`,
  });
}
