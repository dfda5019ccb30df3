import { z } from 'zod';

/** A process of the phone that ended badly, as a report on the phone tells it. */
export interface BadEnd {
  readonly process: string;
  readonly what: 'crash' | 'memory-kill' | 'resource-limit' | 'panic';
  /** `SIGABRT`, `per-process-limit` … in the system's words; '' when not told. */
  readonly reason: string;
  /** What it held when it was killed for its memory. */
  readonly bytes?: number;
  /** By the phone's clock. */
  readonly at: Date | undefined;
}

/** Reports of daemons have some kilobytes, those about memory some hundred. */
export const MAX_REPORT_BYTES = 8 * 1024 * 1024;

const headSchema = z.object({
  bug_type: z.string().optional(),
  timestamp: z.string().optional(),
  name: z.string().optional(),
  app_name: z.string().optional(),
});

const crashSchema = z.object({
  procName: z.string().optional(),
  exception: z.object({ signal: z.string().optional(), type: z.string().optional() }).optional(),
});

const jetsamSchema = z.object({
  memoryStatus: z.object({ pageSize: z.number() }).partial().optional(),
  processes: z
    .array(z.object({ name: z.string(), reason: z.string().optional(), rpages: z.number().optional() }))
    .optional(),
});

/** `bug_type` of reports worth telling apart; other kinds are left alone. */
const KINDS: ReadonlyMap<string, BadEnd['what']> = new Map([
  ['298', 'memory-kill'],
  ['309', 'crash'],
  ['109', 'crash'],
  ['210', 'panic'],
]);

/** Reports about a process that used too much of something say so in their file's name. */
const RESOURCE = /^(.+?)\.(cpu|diskwrites|wakeups)_resource-/;
const PAGE_BYTES = 16_384;

/**
 * Reads an `.ips` report: two JSON values, a head of one line and then the body. Gives the processes that ended; none
 * for a report of another kind or one that cannot be read.
 */
export function parseCrashReport(fileName: string, text: string): BadEnd[] {
  const lineEnd = text.indexOf('\n');
  const head = parsed(headSchema, lineEnd < 0 ? text : text.slice(0, lineEnd));
  const at = dateOf(head?.timestamp);
  const [, hungry, resource = ''] = RESOURCE.exec(fileName) ?? [];
  if (hungry !== undefined) return [{ process: hungry, what: 'resource-limit', reason: resource, at }];
  const body = text.slice(lineEnd + 1);
  switch (KINDS.get(head?.bug_type ?? '')) {
    case 'memory-kill':
      return killed(body, at);
    case 'crash': {
      const crash = parsed(crashSchema, body);
      const process = crash?.procName ?? head?.name ?? head?.app_name;
      if (process === undefined) return [];
      const reason = crash?.exception?.signal ?? crash?.exception?.type ?? '';
      return [{ process, what: 'crash', reason, at }];
    }
    case 'panic':
      return [{ process: 'kernel', what: 'panic', reason: '', at }];
    default:
      return [];
  }
}

/** Every process is listed; those that were killed are the ones with a reason, and not the largest. */
function killed(body: string, at: Date | undefined): BadEnd[] {
  const report = parsed(jetsamSchema, body);
  const pageBytes = report?.memoryStatus?.pageSize ?? PAGE_BYTES;
  return (report?.processes ?? []).flatMap(({ name, reason, rpages }) => {
    if (reason === undefined) return [];
    const bytes = rpages === undefined ? {} : { bytes: rpages * pageBytes };
    return [{ process: name, what: 'memory-kill' as const, reason, ...bytes, at }];
  });
}

/** `2026-06-20 09:02:10.42 +0100` */
function dateOf(timestamp: string | undefined): Date | undefined {
  const [, day, time, hours, minutes] =
    /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?) ([+-]\d\d)(\d\d)$/.exec(timestamp ?? '') ?? [];
  if (day === undefined) return undefined;
  const date = new Date(`${day}T${time}${hours}:${minutes}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function parsed<T>(schema: z.ZodType<T>, json: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
