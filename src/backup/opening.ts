import { integerIn, maybeIntegerIn, maybeStringIn } from '../wire/plist/access.ts';
import { type PlistDict, type PlistLiteral, Real } from '../wire/plist/value.ts';
import { BackupError } from './errors.ts';
import type { DeviceLink } from './link.ts';

/** The newest DeviceLink we know: 300 up to iOS 13, 400 since. */
const NEWEST_MAJOR = 400;

/** Agrees on versions and says Hello; after it the phone takes requests. Rejects with `backup.version`. */
export async function openConversation(link: DeviceLink): Promise<void> {
  const offer = await link.receive();
  if (offer.name !== 'DLMessageVersionExchange') throw unexpected(offer.name);
  if (offer.major > NEWEST_MAJOR) {
    throw new BackupError('backup.version', `the phone speaks DeviceLink ${offer.major}.${offer.minor}`, {
      facts: { major: offer.major, minor: offer.minor },
    });
  }
  await link.send({ name: 'DLMessageVersionExchange', major: offer.major });
  const ready = await link.receive();
  if (ready.name !== 'DLMessageDeviceReady') throw unexpected(ready.name);
  await request(link, 'Hello', { SupportedProtocolVersions: [new Real(2.0), new Real(2.1)] });
  const hello = await responseTo(link);
  if (integerIn(hello, 'ErrorCode') !== 0) {
    throw new BackupError('backup.version', 'no protocol version in common', {
      facts: {
        errorCode: maybeIntegerIn(hello, 'ErrorCode'),
        text: maybeStringIn(hello, 'ErrorDescription'),
      },
    });
  }
}

/** Asks the backup daemon for something; every request but Hello names the phone it is meant for. */
export function request(link: DeviceLink, name: string, parameters: PlistLiteral): Promise<void> {
  return link.send({ name: 'DLMessageProcessMessage', message: { MessageName: name, ...parameters } });
}

/** The answer to a request that moves no files. */
export async function responseTo(link: DeviceLink): Promise<PlistDict> {
  const message = await link.receive();
  if (message.name === 'DLMessageProcessMessage') return message.message;
  if (message.name === 'DLMessageDisconnect') {
    throw new BackupError('backup.link-lost', `the phone ended the conversation: ${message.reason}`);
  }
  throw unexpected(message.name);
}

function unexpected(name: string): BackupError {
  return new BackupError('backup.version', `${name} came out of turn`, { facts: { message: name } });
}
