import { type Clock, systemClock } from '../kit/clock.ts';
import { fasterPhoneClock } from '../kit/faster-phone-clock.ts';

/** The computer's clock; for the lab, where a phone lives faster, `THAW_SPEED=N` makes every wait N times shorter. */
export function runClock(env: Readonly<Record<string, string | undefined>> = process.env): Clock {
  const speed = Number(env['THAW_SPEED'] ?? 1);
  return speed > 0 && speed !== 1 ? fasterPhoneClock(systemClock, speed) : systemClock;
}
