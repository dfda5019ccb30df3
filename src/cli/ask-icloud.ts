import { type IcloudSpace, readIcloudSpace } from '../app/advice/icloud-space.ts';
import { oddLowPower } from '../app/advice/low-power.ts';
import { stepPicture } from '../app/step-picture.ts';
import { askLine } from './ask-line.ts';

const TRIES = 3;

/** Asks how full iCloud is, shows where it stands, and asks again when it makes no sense. */
export async function askIcloudSpace(
  productType: string | undefined,
  signal: AbortSignal,
): Promise<IcloudSpace | undefined> {
  show(
    'How full is iCloud? Only the iPhone shows it: Settings › your name › iCloud, the bar on top.',
    'look-at-icloud-space',
    productType,
  );
  for (let tries = 0; tries < TRIES; tries += 1) {
    const typed = await askLine('As it stands there, “48.2 GB of 50 GB” (nothing: not now): ', signal);
    if (typed === '') return undefined;
    const read = readIcloudSpace(typed);
    if ('space' in read) return read.space;
    process.stderr.write(`${read.odd}\n`);
  }
  return undefined;
}

/** Asks whether Low Power Mode is on, which no cable shows; again where the battery says that it can hardly be. */
export async function askLowPower(
  productType: string | undefined,
  battery: { readonly percent?: number; readonly charging?: boolean },
  signal: AbortSignal,
): Promise<boolean | undefined> {
  show(
    'Is Low Power Mode on? The battery in the corner of the screen is yellow then.',
    'look-at-low-power',
    productType,
  );
  let on: boolean | undefined;
  for (let tries = 0; tries < 2; tries += 1) {
    const typed = await askLine('y or n (nothing: not now): ', signal);
    on = typed === '' ? undefined : /^[yj1]/i.test(typed);
    const odd = on === undefined ? undefined : oddLowPower(on, battery);
    if (odd === undefined) return on;
    if (tries === 0) process.stderr.write(`${odd}\n`);
  }
  return on;
}

function show(question: string, step: string, productType: string | undefined): void {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return;
  process.stderr.write(`\n${question}\n${stepPicture(step, productType)?.text ?? ''}\n`);
}
