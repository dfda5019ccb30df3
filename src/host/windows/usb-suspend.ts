import { askText } from '../ask.ts';
import { windowsPower } from './power.ts';

/** “USB settings” and, in it, “USB selective suspend setting” of a power plan; Microsoft's numbers are the same everywhere. */
const USB_SETTINGS = '2a737441-1930-4402-8d77-b2bebba308a3';
const SELECTIVE_SUSPEND = '48e6b7a6-50f5-4782-a5d4-53bb8f07e226';
const ON = 1;

/** Whether the power plan in use lets USB ports be put to sleep, as Windows comes; undefined where it does not tell. */
export async function suspendsPorts(signal: AbortSignal): Promise<boolean | undefined> {
  const args = ['/q', 'SCHEME_CURRENT', USB_SETTINGS, SELECTIVE_SUSPEND];
  const [text, power] = await Promise.all([askText('powercfg.exe', args, signal), windowsPower(signal)]);
  const { mains, battery } = suspendIn(text ?? '');
  const index = power === undefined || power.onMains ? mains : battery;
  return index === undefined ? undefined : index === ON;
}

/**
 * The words are translated, the order is not: what may be set comes first, in decimal, and the last two numbers, in
 * hex, are what is set on mains and on battery.
 */
function suspendIn(text: string): { readonly mains?: number; readonly battery?: number } {
  const [mains, battery] = [...text.matchAll(/:\s*(0x[\da-f]{8})\s*$/gim)]
    .slice(-2)
    .map(([, hex]) => Number(hex));
  return mains === undefined || battery === undefined ? {} : { mains, battery };
}
