/** A computer the phone was told to trust. Certificates are PEM. */
export interface TrustedHost {
  readonly hostId: string;
  readonly systemBuid: string;
  readonly rootCertificate: string;
  readonly hostCertificate: string;
  readonly deviceCertificate: string;
  readonly escrowBag: Buffer;
}

/** Whom the phone trusts, and where the Trust dialog stands. */
export class Trust {
  /** The phone rejects all pairing. */
  refusing = false;
  /** `refused` lasts until the phone is plugged in again. */
  dialog: 'none' | 'showing' | 'accepted' | 'refused' = 'none';
  #epoch = 0;
  readonly #hosts = new Map<string, TrustedHost>();

  add(host: TrustedHost): void {
    this.#hosts.set(host.hostId, host);
  }

  find(hostId: string): TrustedHost | undefined {
    return this.#hosts.get(hostId);
  }

  /** A computer it trusts under another HostID: libimobiledevice makes a new one for each pairing. */
  findComputer(systemBuid: string): TrustedHost | undefined {
    return [...this.#hosts.values()].find((host) => host.systemBuid === systemBuid);
  }

  /** Plugged in anew, the phone forgets that the owner refused. */
  askAgain(): void {
    if (this.dialog === 'refused') this.dialog = 'none';
  }

  forget(hostId: string): void {
    this.#hosts.delete(hostId);
  }

  forgetAll(): void {
    this.#hosts.clear();
    this.#epoch += 1;
  }

  /** Changes when everybody was forgotten. */
  get epoch(): number {
    return this.#epoch;
  }
}
