/** The pair records usbmuxd keeps for the programs of this computer: by UDID, the very bytes it was given. */
export class PairRecords {
  readonly #records = new Map<string, Buffer | Promise<Buffer>>();

  /** A record that is still being made is waited for by whoever reads it. */
  save(udid: string, record: Buffer | Promise<Buffer>): void {
    this.#records.set(udid, record);
  }

  async read(udid: string): Promise<Buffer | undefined> {
    return this.#records.get(udid);
  }

  /** False when there was none. */
  delete(udid: string): boolean {
    return this.#records.delete(udid);
  }
}
