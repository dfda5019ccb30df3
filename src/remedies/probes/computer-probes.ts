import { freeFilesOf } from '../../host/disks/free-files.ts';
import { lookAtService } from '../../host/phone-service/look-at-service.ts';
import { powerState } from '../../host/power/power.ts';
import { phonesOnBus } from '../../host/usb/on-bus.ts';
import { isSerialOf } from '../../host/usb/usb-link.ts';
import { attachedNow } from '../reach-phone.ts';
import type { Probe } from './probe.ts';

/** Of a hundred thousand files of a phone this is a beginning. */
const SOME_FILES = 1000;

export const serviceAnswers: Probe =
  async ({ mux }) =>
  async (signal) => {
    await mux.devices(signal);
    return true;
  };

export const oneService: Probe = async () => async (signal) =>
  (await lookAtService(signal))?.rival === undefined;

export const phoneListed: Probe = async (situation) => async (signal) =>
  (await attachedNow(situation, signal)) !== undefined;

/** Also when the phone hangs somewhere else by now, where nothing sleeps. */
export const portAwake: Probe =
  async ({ udid }) =>
  async (signal) => {
    const links = await phonesOnBus(signal);
    return links.some(
      ({ serial, savesPower }) => savesPower !== true && udid !== undefined && isSerialOf(udid, serial),
    );
  };

export const computerOnMains: Probe = async () => async (signal) =>
  (await powerState(signal))?.onMains === true;

export const destinationTakesFiles: Probe =
  async ({ plan }) =>
  async () =>
    ((await freeFilesOf(plan.destination)) ?? SOME_FILES) >= SOME_FILES;
