import { ThawError } from '../kit/errors.ts';

/** `lab.not-here`: this computer cannot make the scenario true. `lab.setting`: preparing it failed. */
export type LabCode = 'lab.not-here' | 'lab.setting';

/** A scenario could not be run at all: neither passed nor failed. */
export class LabError extends ThawError<LabCode> {}
