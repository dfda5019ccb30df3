import type { Clock } from '../../kit/clock.ts';
import type { Evidence } from '../../kit/evidence.ts';
import type { MuxDevice } from '../../phone/mux-device.ts';
import type { Usbmux } from '../../phone/usbmux.ts';
import type { Sign } from '../../watch/sign.ts';
import { followAttachments } from './attachments.ts';
import { BusSense } from './bus.ts';
import { computerSense } from './computer.ts';
import { CrashReportsLook } from './crash-reports.ts';
import { DiskSense } from './disk.ts';
import { waitAtLeast } from './patience.ts';
import { PhoneSenses } from './phone-senses.ts';
import { ping } from './ping.ts';
import { powerSense } from './power.ts';
import type { Perceiving, PhoneSense } from './sense.ts';
import { telling } from './telling.ts';
import { lookAtWifiLine } from './wifi-line.ts';

export interface SensesOptions {
  readonly mux: Usbmux;
  readonly udid: string;
  /** `iPhone17,3`; tells what its link could carry. */
  readonly productType?: string | undefined;
  /** Where a run writes; its disk is then felt too. */
  readonly destination?: string | undefined;
  readonly clock: Clock;
  readonly onSign: (sign: Sign) => void;
  readonly onEvidence: (evidence: Evidence) => void;
  /** How old a crash report on the phone may be to be told of. Default: a minute before the senses began. */
  readonly crashesWithinSeconds?: number;
  /** Felt beside the usual ones. */
  readonly also?: readonly PhoneSense[];
}

/** All senses at work; disposing ends them. */
export interface Senses extends AsyncDisposable {
  /**
   * Looks at everything that can be asked, now: does the phone answer, battery, crash reports, the disk. Resolves when
   * all was told, after ten seconds at the latest; never rejects but for its signal.
   */
  look(signal: AbortSignal): Promise<void>;
}

/** What a look at one thing may take. */
const LOOK_LIMIT_MS = 10_000;
/** A phone that is there has a session within this; one that is gone is not waited for any longer. */
const BEGIN_LIMIT_MS = 2000;
/** So long a daemon's crash is taken to belong to what is happening now. */
const USUAL_CRASH_SECONDS = 60;

/**
 * Starts everything that watches a backup from beside it, on connections of its own. Begun once for a whole run: the
 * senses end and begin with the phone's attachments by themselves. None of them can fail a run, or slow it down for
 * long: each is light, and one that cannot do its work is left out and tried again later.
 */
export function startSenses(options: SensesOptions, signal: AbortSignal): Senses {
  const { mux, udid, destination, clock, onSign, onEvidence } = options;
  const ended = new AbortController();
  const both = AbortSignal.any([signal, ended.signal]);
  const perceiving: Perceiving = { clock, sign: onSign, tell: telling(clock, onEvidence) };
  const crashes = new CrashReportsLook(options.crashesWithinSeconds ?? USUAL_CRASH_SECONDS);
  const disk = destination === undefined ? undefined : new DiskSense(destination, perceiving);
  const phone = new PhoneSenses(perceiving, crashes, options.also ?? [], both);
  const bus = new BusSense(options, perceiving, both);
  const onDevice = (device: MuxDevice | undefined): void => {
    if (device) bus.attached(device);
    phone.follow(device && { mux, device, clock });
  };
  const working = Promise.allSettled([
    followAttachments({ mux, udid }, perceiving, onDevice, both),
    computerSense(perceiving, both),
    powerSense(perceiving, both),
    disk?.run(both),
  ]);
  const look = async (asked: AbortSignal): Promise<void> => {
    const limit = new AbortController();
    const limited = AbortSignal.any([asked, both, limit.signal]);
    waitAtLeast(clock, LOOK_LIMIT_MS, limited)
      .then(() => limit.abort())
      .catch(() => undefined);
    const patience = waitAtLeast(clock, BEGIN_LIMIT_MS, limited).catch(() => undefined);
    await Promise.race([phone.begun, patience]);
    const { link } = phone;
    await Promise.allSettled([
      phone.look(limited),
      link && ping(link, perceiving, clock.ticks(), limited),
      link && lookAtWifiLine(link, perceiving, limited),
      disk?.look(limited),
      bus.look(limited),
    ]);
    limit.abort();
    asked.throwIfAborted();
  };
  return {
    look,
    [Symbol.asyncDispose]: async () => {
      ended.abort();
      await Promise.all([working, phone.ended()]);
    },
  };
}
