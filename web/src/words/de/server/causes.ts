import { backupCauses } from './causes/backup.ts';
import { cableCauses } from './causes/cable.ts';
import { computerCauses } from './causes/computer.ts';
import { destinationCauses } from './causes/destination.ts';
import { icloudCauses } from './causes/icloud.ts';
import { networkCauses } from './causes/network.ts';
import { phoneCauses } from './causes/phone.ts';
import type { Tell } from './causes/told.ts';
import { trustCauses } from './causes/trust.ts';

/** By the id of the cause; the English ones are in src/diagnosis/causes/<id>.ts. */
export const causes: Readonly<Record<string, Tell | undefined>> = {
  ...cableCauses,
  ...backupCauses,
  ...phoneCauses,
  ...trustCauses,
  ...computerCauses,
  ...destinationCauses,
  ...networkCauses,
  ...icloudCauses,
};
