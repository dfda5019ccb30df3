import { AppContainers } from '../backup/app-containers.ts';
import { makeInfoPlist } from '../backup/info-plist.ts';
import type { Clock } from '../kit/clock.ts';
import { isAbort, isThawError, ThawError } from '../kit/errors.ts';
import { withTimeLimit } from '../kit/signals.ts';
import { choosePhone } from '../phone/find.ts';
import { openAfc } from '../phone/services/afc.ts';
import { openPhone } from '../phone/session.ts';
import { asDict } from '../wire/plist/access.ts';
import { decodePlist } from '../wire/plist/decode.ts';
import type { PlistDict } from '../wire/plist/value.ts';
import { localMux } from './local-mux.ts';

/** It is only a help: nobody waits long for it. */
const LIMIT_MS = 20_000;

/**
 * What Info.plist would say of a phone if it were backed up now. Undefined unless that very phone is connected, trusts this
 * computer and answers: nobody is asked for anything.
 */
export async function infoOfPhone(
  udid: string,
  clock: Clock,
  usbmuxd: string | undefined,
  signal: AbortSignal,
): Promise<PlistDict | undefined> {
  const read = async (limited: AbortSignal): Promise<PlistDict> => {
    const mux = localMux(clock, usbmuxd);
    const device = choosePhone(await mux.devices(limited), udid);
    await using phone = await openPhone({ mux, device, clock }, limited);
    await using afc = await openAfc(phone, limited);
    const parts = { afc, containers: new AppContainers() };
    return asDict(decodePlist(await makeInfoPlist(phone, parts, clock.now(), limited)));
  };
  const silent = (): ThawError => new ThawError('phone.silent', 'the phone does not answer');
  try {
    return await withTimeLimit(clock, LIMIT_MS, silent, read, signal);
  } catch (thrown) {
    if (isAbort(thrown, signal) || !isThawError(thrown)) throw thrown;
    return undefined;
  }
}
