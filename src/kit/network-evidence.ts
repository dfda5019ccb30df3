/** How evenly something answers: milliseconds, and the share of questions (0…1) that had no answer in time. */
export interface LineFacts {
  readonly medianMs: number;
  readonly jitterMs: number;
  readonly loss: number;
}

/** Evidence about the phone's Wi-Fi, and about the network this computer is in. */
export interface NetworkEvidence {
  // The phone, reached over Wi-Fi.
  /** It is no longer offered in the network; usbmuxd said so. */
  readonly 'wifi.lost': { readonly deviceId: number };
  readonly 'wifi.back': { readonly deviceId: number; readonly secondsAway: number };
  /** A connection to it broke, while usbmuxd still lists it. */
  readonly 'wifi.broke': { readonly deviceId: number };
  /** It said that it goes to sleep, and hung up. */
  readonly 'wifi.asleep': { readonly charging?: boolean };
  /** The Wi-Fi address by which it goes in this network is not the one this computer knows it by. */
  readonly 'wifi.private-address': { readonly offersItself: boolean };
  /** How evenly it answers over Wi-Fi. */
  readonly 'wifi.line': LineFacts;
  // This computer's own way to the Internet: in the same network the phone may fare alike, and need not.
  /** `open`: it leads to the Internet. `portal`: a page wants to be seen first. `none`: nowhere. */
  readonly 'net.way': { readonly way: 'open' | 'portal' | 'none' };
  /** What the network's own name service does with a name that another one knows. */
  readonly 'net.name': {
    readonly host: string;
    readonly verdict: 'blocked' | 'resolver-silent';
  };
  /** One of Apple's hosts, where the way to it ends. `issuer`: who resealed an intercepted connection. */
  readonly 'net.host': {
    readonly host: string;
    readonly state: 'unreachable' | 'refused' | 'intercepted';
    readonly code?: string;
    readonly issuer?: string;
  };
  /** So many of Apple's hosts answered as they should, and so many hosts of others. */
  readonly 'net.reached': { readonly apple: number; readonly others: number };
  readonly 'net.line': LineFacts;
  readonly 'net.upload': { readonly bytesPerSecond: number };
  /** Something that all traffic of this computer is led through. */
  readonly 'net.detour': {
    readonly by: 'vpn' | 'proxy';
    readonly name: string;
    /** All of it, not only what is meant for one network. */
    readonly everything: boolean;
  };
  /** The computer's own Wi-Fi. */
  readonly 'net.radio': { readonly dbm: number; readonly gigahertz?: number };
  /** What Apple says of a service that iCloud backups stand on. */
  readonly 'apple.status': {
    readonly service: string;
    readonly state: 'fine' | 'maintenance' | 'slow' | 'issue' | 'outage';
    /** Since Apple's page was read. */
    readonly minutesOld: number;
  };
}
