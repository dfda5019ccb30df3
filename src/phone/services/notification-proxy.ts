import { maybeStringIn, stringIn } from '../../wire/plist/access.ts';
import type { PlistConnection } from '../plist-connection.ts';
import type { Phone } from '../session.ts';

/** Darwin notifications across the cable. The phone acknowledges neither an observe nor a post. */
export class NotificationProxy implements AsyncDisposable {
  readonly #connection: PlistConnection;

  constructor(connection: PlistConnection) {
    this.#connection = connection;
  }

  /** Asks to be told, by `events`, whenever this happens on the phone. */
  async observe(name: string): Promise<void> {
    await this.#connection.send({ Command: 'ObserveNotification', Name: name });
  }

  async post(name: string): Promise<void> {
    await this.#connection.send({ Command: 'PostNotification', Name: name });
  }

  /** The names of observed notifications as they happen; ends when the phone ends the service. */
  async *events(signal: AbortSignal): AsyncGenerator<string, void, undefined> {
    for (;;) {
      const message = await this.#connection.receive(signal);
      const command = maybeStringIn(message, 'Command');
      if (command === 'ProxyDeath') return;
      if (command === 'RelayNotification') yield stringIn(message, 'Name');
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#connection[Symbol.asyncDispose]();
  }
}

export async function openNotificationProxy(phone: Phone, signal: AbortSignal): Promise<NotificationProxy> {
  return new NotificationProxy(await phone.startPlistService('com.apple.mobile.notification_proxy', signal));
}
