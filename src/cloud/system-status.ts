import { z } from 'zod';
import { CloudError } from './errors.ts';

/** What Apple says of one service. `unlisted`: Apple does not list it any more, which is no good news. */
export type ServiceState = 'fine' | 'maintenance' | 'slow' | 'issue' | 'outage' | 'unlisted';

export interface ServiceTrouble {
  readonly message: string;
  /** `Some users are affected`, in Apple's words. */
  readonly affected: string;
  readonly since: Date | undefined;
}

export interface ServiceStatus {
  readonly service: string;
  readonly state: ServiceState;
  /** Only what goes on now; what was resolved is left out. */
  readonly troubles: readonly ServiceTrouble[];
}

export interface SystemStatus {
  /** A notice over the whole page, where there is one. */
  readonly notice: string | undefined;
  readonly services: readonly ServiceStatus[];
}

/**
 * Services an iCloud backup stands on. Each is read by itself: a real incident hurt signing in and left the line of
 * iCloud Backup green.
 */
export const BACKUP_SERVICES = [
  'iCloud Backup',
  'iCloud Account & Sign In',
  'Apple Account',
  'iCloud Keychain',
  'iCloud Drive',
  'iCloud Storage Upgrades',
] as const;

const MAX_TEXT = 2_000;
const text = z.string().max(MAX_TEXT);
const eventSchema = z.object({
  statusType: text,
  eventStatus: text,
  message: text.nullish(),
  usersAffected: text.nullish(),
  /** Milliseconds since 1970; the dates as text are US Pacific time and not needed. */
  epochStartDate: z.number().nullish(),
});
const documentSchema = z.object({
  drMessage: text.nullish(),
  services: z.array(z.object({ serviceName: text, events: z.array(eventSchema).max(200) })).max(1_000),
});
type StatusEvent = z.infer<typeof eventSchema>;

const STATE_OF_TYPE: ReadonlyMap<string, ServiceState> = new Map([
  ['outage', 'outage'],
  ['issue', 'issue'],
  ['performance', 'slow'],
  ['maintenance', 'maintenance'],
  ['available', 'fine'],
]);
const FROM_GOOD_TO_BAD: readonly ServiceState[] = [
  'fine',
  'unlisted',
  'maintenance',
  'slow',
  'issue',
  'outage',
];

/**
 * Reads the document behind Apple's System Status page: JSON, at times wrapped as `jsonCallback(…);`. Throws
 * `cloud.status-unreadable` for anything else, so that a changed form is never taken for "all is well".
 */
export function parseSystemStatus(bytes: Uint8Array): SystemStatus {
  const parsed = documentSchema.safeParse(jsonIn(Buffer.from(bytes).toString()));
  if (!parsed.success) throw unreadable(z.prettifyError(parsed.error));
  const { drMessage, services } = parsed.data;
  return {
    notice: drMessage?.trim() || undefined,
    services: services.map(({ serviceName, events }) => statusOf(serviceName.trim(), events)),
  };
}

/** The state of the named services; names are Apple's, in any letter case. */
export function statusOfServices(status: SystemStatus, names: readonly string[]): readonly ServiceStatus[] {
  const byName = new Map(status.services.map((one) => [one.service.toLowerCase(), one]));
  return names.map(
    (name) => byName.get(name.toLowerCase()) ?? { service: name, state: 'unlisted', troubles: [] },
  );
}

function statusOf(service: string, events: readonly StatusEvent[]): ServiceStatus {
  const ongoing = events.filter(({ eventStatus }) => eventStatus.toLowerCase() === 'ongoing');
  const states = ongoing.map(stateOf);
  return {
    service,
    state: states.reduce(worse, 'fine'),
    troubles: ongoing
      .filter((event) => stateOf(event) !== 'fine')
      .map(({ message, usersAffected, epochStartDate }) => ({
        message: (message ?? '').replaceAll(/\s+/g, ' ').trim(),
        affected: (usersAffected ?? '').trim(),
        since: epochStartDate == null ? undefined : new Date(epochStartDate),
      })),
  };
}

/** An event of a kind nobody has seen yet is trouble until it is known. */
function stateOf({ statusType }: StatusEvent): ServiceState {
  return STATE_OF_TYPE.get(statusType.toLowerCase()) ?? 'issue';
}

function worse(one: ServiceState, other: ServiceState): ServiceState {
  return FROM_GOOD_TO_BAD.indexOf(other) > FROM_GOOD_TO_BAD.indexOf(one) ? other : one;
}

/** The outermost wrapping only: messages hold parentheses themselves. */
function jsonIn(document: string): unknown {
  const trimmed = document.replace(/^\uFEFF/, '').trim();
  const wrapped = /^jsonCallback\(([\s\S]*)\);?$/.exec(trimmed);
  try {
    return JSON.parse(wrapped?.[1] ?? trimmed);
  } catch (cause) {
    throw unreadable('no JSON', cause);
  }
}

function unreadable(reason: string, cause?: unknown): CloudError {
  return new CloudError('cloud.status-unreadable', `Apple's system status cannot be read: ${reason}`, {
    cause,
  });
}
