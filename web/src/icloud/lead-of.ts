import type { IcloudAnswer } from '../../../src/server/contract/icloud.ts';
import type { Words } from '../words/en.ts';

/** The sentence that leads the view: the most telling thing the phone says. */
export function leadOf(
  phone: IcloudAnswer['phone'],
  name: string,
  { lead }: Words['icloud'],
  ago: (at: string) => string,
): string {
  if (phone === null) return lead.unknown(name);
  if (phone.running === true) return lead.running(name);
  if (phone.backupOn === false) return lead.off(name);
  if (phone.lastBackup !== null) return lead.last(name, ago(phone.lastBackup));
  return phone.backupOn === true ? lead.never(name) : lead.unknown(name);
}
