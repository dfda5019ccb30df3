import type { Channel } from '../../kit/channel.ts';
import { asDict, maybeStringIn } from '../../wire/plist/access.ts';
import { encodeBinary } from '../../wire/plist/binary-encode.ts';
import type { PlistInput } from '../../wire/plist/value.ts';
import { readFrame } from '../../wire/plist-frame.ts';
import type { LogEntry, LogLevel } from '../log-entry.ts';
import { processes, processOf } from '../processes.ts';
import type { Service } from '../service.ts';

const PLIST_ANSWER = 1;
const LOG_RECORD = 2;
const HEADER_BYTES = 0x81;
const LEVELS: Readonly<Record<LogLevel, number>> = {
  Notice: 0,
  Warning: 0,
  Info: 1,
  Debug: 2,
  Error: 0x10,
  Fault: 0x11,
};

/** `com.apple.os_trace_relay`: the list of processes, or the unified log as it comes. */
export const osTraceRelay: Service = async ({ phone, channel, signal }) => {
  const request = asDict(await readFrame(channel.reader, { signal }));
  switch (maybeStringIn(request, 'Request')) {
    case 'PidList':
      await answer(channel, { Payload: pidList(), Status: 'RequestSuccessful' });
      return;
    case 'StartActivity': {
      // pymobiledevice3 reads this answer right only below 256 bytes.
      await answer(channel, { Status: 'RequestSuccessful' });
      using _subscription = phone.logged.subscribe((entry) => {
        channel.write(recordOf(entry)).catch(() => channel.destroy());
      });
      await channel.closed;
      return;
    }
    default:
      await answer(channel, { Status: 'RequestFailed' });
  }
};

function pidList(): PlistInput {
  return Object.fromEntries([...processes].map(([name, { pid }]) => [`${pid}`, { ProcessName: name }]));
}

async function answer(channel: Channel, body: PlistInput): Promise<void> {
  const bytes = encodeBinary(body);
  const head = Buffer.alloc(5);
  head.writeUInt8(PLIST_ANSWER, 0);
  head.writeUInt32BE(bytes.length, 1);
  await channel.write(Buffer.concat([head, bytes]));
}

/** Type, length, then a little-endian header of 129 bytes and the NUL-terminated texts it counts. */
function recordOf({ at, process, level, text }: LogEntry): Buffer {
  const { pid, path } = processOf(process);
  const texts = [path, path, text, 'com.apple.MobileBackup', 'default'].map((each) =>
    Buffer.from(`${each}\0`),
  );
  const [processPath = 0, imagePath = 0, message = 0, subsystem = 0, category = 0] = texts.map(
    (each) => each.length,
  );
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt8(2, 0);
  header.writeUInt32LE(8, 1);
  header.writeUInt32LE(HEADER_BYTES, 5);
  header.writeUInt32LE(pid, 9);
  header.writeBigUInt64LE(BigInt(pid), 13);
  header.writeUInt16LE(processPath, 37);
  header.writeBigUInt64LE(BigInt(Math.floor(at.getTime() / 1000)), 55);
  header.writeUInt32LE(at.getMilliseconds() * 1000, 63);
  header.writeUInt8(LEVELS[level], 68);
  header.writeUInt16LE(imagePath, 107);
  header.writeUInt32LE(message, 109);
  header.writeUInt16LE(subsystem, 117);
  header.writeUInt16LE(category, 121);
  const record = Buffer.concat([header, ...texts]);
  const head = Buffer.alloc(5);
  head.writeUInt8(LOG_RECORD, 0);
  head.writeUInt32LE(record.length, 1);
  return Buffer.concat([head, record]);
}
