import type { ListedPhone } from '../../app/devices.ts';
import { modelKindOf } from '../../app/guided-step.ts';
import type { LastBackup, PhoneCard, PhoneState } from '../contract/phones.ts';

/** What the server knows of a phone beside what the phone says. */
export interface KnownOfPhone {
  readonly virtual: boolean;
  readonly pairing: boolean;
  readonly run: string | undefined;
  readonly lastBackup: LastBackup | undefined;
  readonly dueAfterDays: number;
}

const DAY_MS = 24 * 3_600_000;

/** A phone as the page shows it. `place`: tells phones apart that do not say who they are. */
export function phoneCardOf(phone: ListedPhone, place: number, known: KnownOfPhone): PhoneCard {
  const { udid, identity, details, productType, model, problem, conduct, connection } = phone;
  const { face, connector } = modelKindOf(productType ?? undefined);
  const { virtual, run = null, lastBackup = null, dueAfterDays } = known;
  return {
    key: udid ?? `place-${place}`,
    ...{ udid, productType, model, problem, run, lastBackup },
    name: identity?.name ?? null,
    family: face,
    connector,
    iosVersion: identity?.iosVersion ?? null,
    battery: batteryOf(details),
    storage: storageOf(details),
    state: stateOf(phone, known),
    conduct: { ...conduct },
    link: virtual ? 'virtual' : connection === 'usb' ? 'usb' : 'wifi',
    encrypts: details?.backups.willEncrypt ?? null,
    nextDue: lastBackup && new Date(Date.parse(lastBackup.at) + dueAfterDays * DAY_MS).toISOString(),
  };
}

function stateOf({ state }: ListedPhone, { pairing }: KnownOfPhone): PhoneState {
  if (state === 'normal') return 'ready';
  if (state === 'untrusted') return pairing ? 'waiting-for-trust' : 'not-trusted';
  return state;
}

function batteryOf(details: ListedPhone['details']): PhoneCard['battery'] {
  const { percent, charging = false } = details?.battery ?? {};
  return percent === undefined ? null : { percent, charging };
}

function storageOf(details: ListedPhone['details']): PhoneCard['storage'] {
  const { capacity, available } = details?.storage ?? {};
  return capacity === undefined || available === undefined
    ? null
    : { capacityBytes: capacity, freeBytes: available };
}
