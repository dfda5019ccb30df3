import type { VirtualPhone } from './phone.ts';

/** The folder of crash reports, by file name. */
export class CrashReports {
  readonly files = new Map<string, Buffer>();
  readonly #phone: VirtualPhone;

  constructor(phone: VirtualPhone) {
    this.#phone = phone;
  }

  addCrash(process: string): void {
    this.files.set(`${process}-${this.#phone.clock.now().toISOString()}.ips`, Buffer.from('{}\n{}'));
  }

  addJetsam(process: string, bytes: number): void {
    this.files.set(`JetsamEvent-${process}-${bytes}.ips`, Buffer.from('{}\n{}'));
  }
}
