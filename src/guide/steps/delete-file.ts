import type { GuidedStep } from '../guided-step.ts';

export const deleteFile: GuidedStep = {
  id: 'delete-file',
  requirements: ['A2'],
  reach: 'guide',
  effect: 'next-attempt',
  patienceSeconds: 600,
  sentence: ({ path, app }) =>
    `The iPhone stops at a file it cannot read${path === undefined ? '' : `: ${path}`}${
      app === undefined ? '' : ` (${app})`
    }. Please remove or repair it in its app.`,
  actions: (_model, { app }) => [
    `Open ${app === undefined ? 'the app it belongs to' : `the app ${app}`} on the iPhone.`,
    'Delete that one item, or export it and delete it there. If the app has a “repair” or “download again”, use that.',
  ],
  drawing: () => ({
    scene: 'plain',
    marks: [{ spot: 'screen', number: 1, hold: false }],
    caption: 'An app on the phone',
  }),
};
