import type { RestoreLine, RestoreStep } from '../host/recovery/restore-line.ts';

export interface InstallProgress {
  readonly step: string;
  /** 0…100 of this step; null where nobody can tell. */
  readonly percent: number | null;
  readonly sentence: string;
}

const STEPS: Readonly<Record<RestoreStep, string>> = {
  detecting: 'Looking at the iPhone',
  preparing: 'Preparing iOS for this very iPhone',
  'sending-system': 'Sending iOS to the iPhone',
  verifying: 'The iPhone checks what it got',
  'flashing-firmware': 'Writing firmware',
  baseband: 'Updating its radio',
  'firmware-data': 'Fetching what belongs to its parts',
  'sending-image': 'Sending an image',
};

/** Operations of the phone that take long or need something; the others are told by their step. */
const OPERATIONS: ReadonlyMap<number, string> = new Map([
  [39, 'The battery is too low: the iPhone charges first. Leave it connected'],
  [41, 'Moving what is on the iPhone into the new system; this is long and quiet'],
  [42, 'Wiping the storage'],
]);

/** All that `step` may be; other languages go by it. */
export const installSteps: readonly string[] = [
  ...Object.keys(STEPS),
  ...OPERATIONS.keys().map((number) => `operation-${number}`),
  ...['download', 'keeps-data', 'erases-data', 'installed'],
];

/** One line of the program in words for people; undefined for what they need not know. */
export function installWords(line: RestoreLine): InstallProgress | undefined {
  switch (line.kind) {
    case 'progress':
      return { step: line.step, percent: line.percent, sentence: STEPS[line.step] };
    case 'work':
      return { step: 'download', percent: line.percent, sentence: `Getting iOS: ${line.what.toLowerCase()}` };
    case 'operation': {
      const sentence = OPERATIONS.get(line.number);
      return sentence === undefined
        ? undefined
        : { step: `operation-${line.number}`, percent: null, sentence };
    }
    case 'keeps-data':
      return {
        step: line.keeps ? 'keeps-data' : 'erases-data',
        percent: null,
        sentence: line.keeps ? 'What is on the iPhone stays' : 'What is on the iPhone will be erased',
      };
    case 'finished':
      return { step: 'installed', percent: 100, sentence: 'iOS is installed; the iPhone starts' };
    case 'failed':
      return undefined;
  }
}
