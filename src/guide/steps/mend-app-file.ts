import type { GuidedStep } from '../guided-step.ts';

export const mendAppFile: GuidedStep = {
  id: 'mend-app-file',
  requirements: ['A2'],
  reach: 'guide',
  effect: 'icloud-backup-runs',
  patienceSeconds: 900,
  sentence: ({ app }) =>
    `The app ${app ?? 'that the log names'} lists a file that is not there: please look after that app.`,
  actions: (_, { app }) => [
    `Open ${app ?? 'the app'} on the iPhone, let it finish what it does, and close it.`,
    'If it fails again: save your work out of it, delete the app, install it anew.',
    'Or leave it out: Settings › your name › iCloud › iCloud Backup, switch the app off in the list, and tap Back Up Now.',
  ],
  drawing: () => ({
    scene: 'gear',
    marks: [{ spot: 'screen', number: 3, hold: false }],
    caption: 'The list of apps on the iCloud Backup page',
  }),
};
