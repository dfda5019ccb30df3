import type { Channel } from '../kit/channel.ts';
import { type Afc, openAfc } from '../phone/services/afc.ts';
import { type NotificationProxy, openNotificationProxy } from '../phone/services/notification-proxy.ts';
import type { Phone } from '../phone/session.ts';

const SERVICE = 'com.apple.mobilebackup2';

/** The connections that a conversation with the backup daemon goes over. */
export interface Services extends AsyncDisposable {
  readonly afc: Afc;
  readonly notifications: NotificationProxy;
  readonly channel: Channel;
}

/** Opens all of them at once. Where the phone refuses one, as a locked phone does, the others are closed again. */
export async function openServices(phone: Phone, signal: AbortSignal): Promise<Services> {
  await using stack = new AsyncDisposableStack();
  const keep = async <T extends AsyncDisposable>(opening: Promise<T>): Promise<T> => stack.use(await opening);
  const opening = [
    keep(openAfc(phone, signal)),
    keep(openNotificationProxy(phone, signal)),
    keep(phone.startService(SERVICE, signal)),
  ] as const;
  await Promise.allSettled(opening);
  const [afc, notifications, channel] = await Promise.all(opening);
  const all = stack.move();
  return { afc, notifications, channel, [Symbol.asyncDispose]: () => all.disposeAsync() };
}
