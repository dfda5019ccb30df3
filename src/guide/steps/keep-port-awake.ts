import type { GuidedStep } from '../guided-step.ts';

export const keepPortAwake: GuidedStep = {
  id: 'keep-port-awake',
  requirements: ['A4', 'C7', 'C9'],
  reach: 'guide',
  effect: 'port-awake',
  patienceSeconds: 900,
  sentence: () => 'This computer puts the iPhone’s port to sleep: please switch USB power saving off for it.',
  actions: (_model, { port, system }) => (system === 'windows' ? ON_WINDOWS : onLinux(port)),
  drawing: () => ({ scene: 'computer', marks: [], caption: 'The iPhone on the cable of this computer' }),
};

const ON_WINDOWS = [
  'Open Control Panel › Power Options › Change plan settings › Change advanced power settings.',
  'Under USB settings › USB selective suspend setting choose Disabled, on battery and plugged in, and click OK.',
  'After the backup it can be switched on again.',
];

function onLinux(port: string | number | undefined): string[] {
  return [
    `Type in a terminal: echo on | sudo tee /sys/bus/usb/devices/${port ?? '…'}/power/control`,
    'To keep it so: with TLP, USB_EXCLUDE_PHONE=1 in /etc/tlp.conf.',
  ];
}
