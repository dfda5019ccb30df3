import { batteryState } from '../../phone/services/diagnostics.ts';
import { BATTERY_DOMAIN, batteryOf, DISK_USAGE_DOMAIN, diskUsageOf } from '../../phone/values.ts';
import { answers, attachedNow, withLockdown, withPhone } from '../reach-phone.ts';
import type { Situation } from '../situation.ts';
import type { Probe } from './probe.ts';

/** Charging slows down near 35 °C; below it the phone keeps its pace. */
const COOL_CELSIUS = 37;
/** What a phone wants for its own snapshot and lists. */
const ROOM_BYTES = 1e9;
/** Certificates are dated to the second, and nobody's clock is. */
const CLOCK_SECONDS = 120;

export const phoneUnlocked: Probe = async (situation) => (signal) =>
  withLockdown(
    situation,
    async (lockdown, limited) => (await lockdown.value({ key: 'PasswordProtected' }, limited)) === false,
    signal,
  );

export const phoneTrusts: Probe = async (situation) => (signal) =>
  withPhone(situation, async () => true, signal);

export const phoneCharges: Probe = async (situation) => (signal) =>
  withPhone(
    situation,
    async (phone, limited) => batteryOf(await phone.domain(BATTERY_DOMAIN, limited)).plugged === true,
    signal,
  );

export const phoneCool: Probe = async (situation) => (signal) =>
  withPhone(
    situation,
    async (phone, limited) => ((await batteryState(phone, limited)).celsius ?? 0) < COOL_CELSIUS,
    signal,
  );

export const phoneHasRoom: Probe = async (situation) => (signal) =>
  withPhone(
    situation,
    async (phone, limited) =>
      (diskUsageOf(await phone.domain(DISK_USAGE_DOMAIN, limited)).available ?? 0) > ROOM_BYTES,
    signal,
  );

export const phoneSetUp: Probe = async (situation) => (signal) =>
  withPhone(
    situation,
    async (phone, limited) =>
      (await phone.domain('com.apple.purplebuddy', limited)).get('SetupDone') === true,
    signal,
  );

export const clockAgrees: Probe = async (situation) => (signal) =>
  withLockdown(
    situation,
    async (lockdown, limited) => {
      const seconds = await lockdown.secondsSince1970(limited);
      return (
        seconds !== undefined && Math.abs(seconds - situation.clock.now().getTime() / 1000) < CLOCK_SECONDS
      );
    },
    signal,
  );

/** It left the bus and is back: a replug gives it another number. */
export const phoneReplugged: Probe = async (situation, signal) => {
  const before = await attachedNow(situation, signal);
  return async (now) => {
    const device = await attachedNow(situation, now);
    return device !== undefined && device.deviceId !== before?.deviceId && (await answers(situation, now));
  };
};

/** A link that lasts this long is more than another blink of a bad one. */
const STEADY_MS = 10_000;
/** By then a cable has been changed; if the link still blinks, that was not it, and the next attempt shows. */
const CHANGED_MS = 90_000;

/** It was plugged in anew, and stays: a link that comes and goes by itself has not been changed. */
export const linkSteady: Probe = async (situation, signal) => {
  const isBack = await phoneReplugged(situation, signal);
  const asked = situation.clock.ticks();
  let since: { readonly deviceId: number; readonly at: number } | undefined;
  return async (signal) => {
    const device = (await isBack(signal)) ? await attachedNow(situation, signal) : undefined;
    if (device?.deviceId !== since?.deviceId) {
      since = device && { deviceId: device.deviceId, at: situation.clock.ticks() };
    }
    const now = situation.clock.ticks();
    return since !== undefined && (now - since.at >= STEADY_MS || now - asked >= CHANGED_MS);
  };
};

/** True while the phone is locked; false also when it cannot be asked. */
export async function isLocked(situation: Situation, signal: AbortSignal): Promise<boolean> {
  const look = (lockdown: Parameters<Parameters<typeof withLockdown>[1]>[0], limited: AbortSignal) =>
    lockdown.value({ key: 'PasswordProtected' }, limited);
  return (await withLockdown(situation, look, signal)) === true;
}
