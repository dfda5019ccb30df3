import { verify } from '../archive/verify.ts';
import type { Clock } from '../kit/clock.ts';
import { isThawError, type ThawError } from '../kit/errors.ts';
import { openPhone } from '../phone/session.ts';
import { findPhone } from '../rescue/find-phone.ts';
import { localMux } from './local-mux.ts';
import { inTime } from './open-in-time.ts';
import { openRestorable } from './restorable.ts';
import { factsOf, obstacles } from './restore-preflight.ts';

export interface PreflightRequest {
  /** The backup's own folder. */
  readonly folder: string;
  readonly generation?: number | undefined;
  readonly password?: string | undefined;
  /** The phone it would go to. */
  readonly udid: string;
  readonly usbmuxd?: string | undefined;
}

/**
 * What stands in the way of putting a backup on to a phone, in the order in which it is best seen to; nothing is changed.
 * What keeps it from being looked at stands in the way, too.
 */
export async function preflight(
  request: PreflightRequest,
  clock: Clock,
  signal: AbortSignal,
): Promise<readonly ThawError[]> {
  try {
    const { folder, generation, password, udid, usbmuxd } = request;
    const wanted = { folder, ...(generation !== undefined && { generation }) };
    await using source = await openRestorable(wanted, clock, signal);
    const mux = localMux(clock, usbmuxd);
    const open = async (limited: AbortSignal) =>
      openPhone({ mux, clock, device: await findPhone(mux, udid, limited) }, limited);
    await using phone = await inTime({ clock }, open, signal);
    const options = { udid: source.udid, signal, ...(password !== undefined && { password }) };
    const proof = await verify(source.view, options);
    return await obstacles(phone, { facts: await factsOf(source.view), proof }, signal);
  } catch (thrown) {
    signal.throwIfAborted();
    if (isThawError(thrown)) return [thrown];
    throw thrown;
  }
}
