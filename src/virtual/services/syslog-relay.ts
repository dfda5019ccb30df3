import type { LogEntry } from '../log-entry.ts';
import type { VirtualPhone } from '../phone.ts';
import { processOf } from '../processes.ts';
import type { Service } from '../service.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** A relay whose computer does not read is cut off rather than fed for ever. */
const MAX_WAITING_LINES = 10_000;

/** `com.apple.syslog_relay`: log lines as they come, each ended by a newline and NUL. Nothing is asked for. */
export const syslogRelay: Service = async ({ phone, channel }) => {
  let waiting = 0;
  const send = async (entry: LogEntry): Promise<void> => {
    waiting += 1;
    if (waiting > MAX_WAITING_LINES) channel.destroy();
    await channel.write(Buffer.from(`${lineOf(phone, entry)}\n\0`));
    waiting -= 1;
  };
  using _subscription = phone.logged.subscribe((entry) => {
    send(entry).catch(() => channel.destroy());
  });
  phone.log('syslog_relay', 'Notice', 'syslog_relay found the ASL prompt. Starting...');
  await channel.closed;
};

/** `Nov 22 06:40:01 My-iPhone BackupAgent2[311] <Notice>: text`: the time takes 15 characters, the name has no space. */
function lineOf(phone: VirtualPhone, { at, process, level, text }: LogEntry): string {
  const local = new Date(at.toLocaleString('en-US', { timeZone: phone.timeZone }));
  const time = [local.getHours(), local.getMinutes(), local.getSeconds()].map((part) =>
    `${part}`.padStart(2, '0'),
  );
  const day = `${local.getDate()}`.padStart(2, ' ');
  const host = phone.name.replace(/['’]/g, '').replace(/[^\p{L}\p{N}]+/gu, '-');
  return `${MONTHS[local.getMonth()]} ${day} ${time.join(':')} ${host} ${process}[${processOf(process).pid}] <${level}>: ${text}`;
}
