import type { VirtualPhone } from '../phone.ts';

/** The date as reports write it: `2026-06-20 09:02:10.42 +0000`. */
export function reportDate(phone: VirtualPhone): string {
  const iso = phone.now().toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 22)} +0000`;
}

export function osVersion(phone: VirtualPhone): string {
  return `iPhone OS ${phone.iosVersion} (${phone.build})`;
}

/** A report is two JSON values: a header on one line, then the body. */
export function reportOf(head: object, body: object): string {
  return `${JSON.stringify(head)}\n${JSON.stringify(body, null, 2)}\n`;
}
