import { FileTree } from '../afc/file-tree.ts';
import type { VirtualPhone } from '../phone.ts';
import { crashText } from './crash-text.ts';
import { jetsamText } from './jetsam-text.ts';

/** The folder of crash reports. */
export class CrashReports {
  readonly tree: FileTree;
  readonly #phone: VirtualPhone;

  constructor(phone: VirtualPhone) {
    this.#phone = phone;
    this.tree = new FileTree(() => phone.now());
  }

  /** `<process>-<date>-<time>.ips` */
  addCrash(process: string): void {
    this.#add(process, crashText(this.#phone, process));
  }

  /** `JetsamEvent-<date>-<time>.ips`: `process` was killed when it held `bytes`. */
  addJetsam(process: string, bytes: number): void {
    this.#add('JetsamEvent', jetsamText(this.#phone, process, bytes));
  }

  #add(stem: string, text: string): void {
    const [date, time = ''] = this.#phone.now().toISOString().slice(0, 19).split('T');
    const name = `${stem}-${date}-${time.replaceAll(':', '')}`;
    let path = `${name}.ips`;
    for (let again = 2; this.tree.find(path); again += 1) path = `${name}-${again}.ips`;
    this.tree.makeFile(path, Buffer.from(text));
  }
}
