import { Command } from 'commander';
import type { ListedPhone } from '../app/devices.ts';
import { fit } from './fit.ts';
import { Interrupt } from './interrupt.ts';
import { printJson } from './print-json.ts';
import { printable } from './printable.ts';
import { TOUCHING } from './touching.ts';

interface Options {
  readonly udid?: string;
  readonly json?: true;
}

/** `thaw devices`: the phones at this computer. */
export function devicesCommand(): Command {
  return new Command('devices')
    .description(
      'list the phones at this computer, in whatever state: ready, locked, starting, updating, in recovery, in DFU …',
    )
    .option('--udid <udid>', 'only this one')
    .option('--json', 'one JSON value')
    .addHelpText('after', '\nExit status 4: there is none.\n\nExample:\n  thaw devices --json')
    .action(act);
}

async function act(options: Options): Promise<void> {
  const [{ listPhones }, { localMux }, { systemClock }, { sizeInWords }] = await Promise.all([
    import('../app/devices.ts'),
    import('../app/local-mux.ts'),
    import('../kit/clock.ts'),
    import('../kit/amounts.ts'),
  ]);
  using interrupt = new Interrupt();
  const phones = await listPhones(
    { mux: localMux(systemClock), clock: systemClock, udid: options.udid },
    interrupt.signal,
  );
  if (options.json) printJson(phones);
  else {
    const text = phones.map((phone) => asText(phone, sizeInWords)).join('\n');
    process.stdout.write(fit(text, process.stdout));
  }
}

/** A paragraph: who it is, its UDID, how it is, how long that lasts, and whether it may be touched. */
function asText(phone: ListedPhone, size: (bytes: number) => string): string {
  const way = phone.connection === 'usb' ? 'cable' : 'Wi-Fi';
  const { identity, conduct, problem } = phone;
  const who = identity
    ? [identity.name, identity.model, `iOS ${identity.iosVersion}`, way]
    : [phone.model ?? 'iPhone', way];
  const lines = [who.map(printable).join(' · '), `  ${phone.udid ?? 'UDID not known'}`];
  if (problem) {
    lines.push(`  ${problem.what}`, `  How long: ${conduct.lasts}. ${TOUCHING[conduct.touching]}`);
    lines.push(`  ${problem.next}`);
  }
  if (phone.details) lines.push(`  ${detailsLine(phone.details, size)}`);
  return `${lines.join('\n')}\n`;
}

function detailsLine(details: NonNullable<ListedPhone['details']>, size: (bytes: number) => string): string {
  const { battery, storage, backups } = details;
  const parts = ['Trusts this computer'];
  if (battery.percent !== undefined)
    parts.push(`battery ${battery.percent} %${battery.charging ? ', charging' : ''}`);
  if (storage.available !== undefined) parts.push(`${size(storage.available)} free on it`);
  parts.push(backups.willEncrypt ? 'backups encrypted' : 'backups not encrypted');
  return parts.join(' · ');
}
