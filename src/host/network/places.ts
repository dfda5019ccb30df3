import { z } from 'zod';
import { CAPTIVE_PAGE } from './captive-portal.ts';

/** Where things in the network are looked for: the real ones, or those that stand in for them in tests and in the lab. */
export interface NetworkPlaces {
  /** By host and port, where it is instead: `127.0.0.1:8443`. Of the others the name tells. */
  readonly instead: Readonly<Record<string, string>>;
  /** The network's own name service as `address:port`; undefined: the one the system uses. */
  readonly resolver?: string | undefined;
  /** Name services elsewhere, to compare with. */
  readonly otherResolvers: readonly string[];
  readonly captivePage: string;
  /** Apple's System Status. */
  readonly status: string;
  /** How long it counts as new, where that is not as usual: where time runs faster. */
  readonly statusFreshMinutes?: number | undefined;
  /** Where uploads are tried, when the person chose a place. */
  readonly upload?: string | undefined;
}

/** Apple's own page reads it; plain English, for names and messages are translated in the others. */
const SYSTEM_STATUS = 'https://www.apple.com/support/systemstatus/data/system_status_en_US.js';

const REAL: NetworkPlaces = {
  instead: {},
  // Cloudflare's and Google's: known to all, and by two hands.
  otherResolvers: ['1.1.1.1', '8.8.8.8'],
  captivePage: CAPTIVE_PAGE,
  status: SYSTEM_STATUS,
};

const standInSchema = z.strictObject({
  instead: z.record(z.string(), z.string()).default({}),
  resolver: z.string(),
  otherResolvers: z.array(z.string()),
  captivePage: z.url(),
  status: z.url(),
  statusFreshMinutes: z.number().nonnegative().optional(),
  upload: z.url().optional(),
});

/** The real places. `THAW_NETWORK`, a JSON object, puts others in place of all of them; see docs/decisions/network.md. */
export function networkPlaces(
  env: Readonly<Record<string, string | undefined>> = process.env,
): NetworkPlaces {
  const standIns = env['THAW_NETWORK'];
  return standIns === undefined ? REAL : standInSchema.parse(JSON.parse(standIns));
}
