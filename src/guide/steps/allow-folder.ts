import type { GuidedStep } from '../guided-step.ts';

const FULL_DISK_ACCESS = 'Open System Settings › Privacy & Security › Full Disk Access.';

/** By what guards the folder. */
const WHERE: ReadonlyMap<unknown, string> = new Map([
  ['full-disk-access', FULL_DISK_ACCESS],
  ['files-and-folders', 'Open System Settings › Privacy & Security › Files and Folders.'],
  ['removable-volumes', 'Open System Settings › Privacy & Security › Files and Folders › Removable Volumes.'],
  [
    'controlled-folder-access',
    'Open Windows Security › Virus & threat protection › Manage ransomware protection › Allow an app through Controlled folder access.',
  ],
]);

export const allowFolder: GuidedStep = {
  id: 'allow-folder',
  requirements: ['A13', 'B9', 'C5'],
  reach: 'guide',
  effect: 'destination-there',
  patienceSeconds: 900,
  sentence: ({ folder }) =>
    `The system guards the folder for the backup${folder === undefined ? '' : ` (${folder})`}: please allow Thaw to use it.`,
  actions: (_model, { by, program }) => [
    WHERE.get(by) ?? FULL_DISK_ACCESS,
    `Switch on ${program ?? 'the app that Thaw was started from, such as Terminal'}.`,
    'Where the system asks to quit and reopen that app, do so and start Thaw again: nothing is lost.',
  ],
  drawing: () => ({ scene: 'window', marks: [], caption: 'A switch in the settings of this computer' }),
};
