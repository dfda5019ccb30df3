import { withTimeLimit } from '../../kit/signals.ts';
import { encodeFrame, readFrame } from '../../wire/plist-frame.ts';
import type { Service } from '../service.ts';

const INTERVAL_SECONDS = 10;

/**
 * `com.apple.mobile.heartbeat`: Marco, and Polo within the interval; a computer that misses it is hung up on. A phone
 * that goes to sleep says so, and ends it.
 */
export const heartbeat: Service = async ({ phone, channel, signal }) => {
  const late = (): Error => new Error('no heartbeat from the computer');
  using _sleepy = phone.wifi.sleepy.subscribe(() => {
    void channel.write(encodeFrame({ Command: 'SleepyTime' }, 'xml')).catch(() => undefined);
  });
  for (;;) {
    await phone.responsive(signal);
    const marco = { Command: 'Marco', Interval: INTERVAL_SECONDS, SupportsSleepyTime: true };
    await channel.write(encodeFrame(marco, 'xml'));
    const limit = INTERVAL_SECONDS * 1000;
    await withTimeLimit(
      phone.clock,
      limit,
      late,
      (within) => readFrame(channel.reader, { signal: within }),
      signal,
    );
    await phone.clock.sleep(limit, signal);
  }
};
