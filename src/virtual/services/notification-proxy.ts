import { asDict, maybeStringIn } from '../../wire/plist/access.ts';
import { encodeFrame, readFrame } from '../../wire/plist-frame.ts';
import type { Service } from '../service.ts';

/** Names relayed to a computer that has no session. */
const INSECURE_NAMES = new Set([
  'com.apple.mobile.lockdown.request_pair',
  'com.apple.mobile.lockdown.request_host_buid',
  'com.apple.springboard.attemptactivation',
]);

/** `com.apple.mobile.notification_proxy`: posts and relays Darwin notifications. Neither post nor observe is answered. */
export const notificationProxy: Service = (context) => serve(context, () => true);

/** `com.apple.mobile.insecure_notification_proxy`: the same for a few names. */
export const insecureNotificationProxy: Service = (context) =>
  serve(context, (name) => INSECURE_NAMES.has(name));

async function serve(
  { phone, channel, signal }: Parameters<Service>[0],
  mayRelay: (name: string) => boolean,
): Promise<void> {
  const observed = new Set<string>();
  using _subscription = phone.onNotification((name) => {
    if (!observed.has(name)) return;
    const relay = encodeFrame({ Command: 'RelayNotification', Name: name }, 'xml');
    channel.write(relay).catch(() => channel.destroy());
  });
  for (;;) {
    const request = asDict(await readFrame(channel.reader, { signal }));
    const name = maybeStringIn(request, 'Name') ?? '';
    switch (maybeStringIn(request, 'Command')) {
      case 'ObserveNotification':
        if (mayRelay(name)) observed.add(name);
        break;
      case 'PostNotification':
        phone.notify(name);
        break;
      case 'Shutdown':
        await channel.write(encodeFrame({ Command: 'ProxyDeath' }, 'xml'));
        return;
      default:
        return;
    }
  }
}
