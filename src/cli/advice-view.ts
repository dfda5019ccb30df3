import { type IcloudSpace, readIcloudSpace } from '../app/advice/icloud-space.ts';
import type { Advice } from '../app/advice.ts';
import type { CheckReport } from '../app/check.ts';
import { stepPicture } from '../app/step-picture.ts';
import { ThawError } from '../kit/errors.ts';

const TRIES = 3;

interface Options {
  readonly to?: string;
  readonly udid?: string;
  readonly icloudSpace?: string;
  readonly json?: true;
}

/** The advice that goes with a check, and its words. How full iCloud is, a person is asked for where one is there. */
export async function advised(
  options: Options,
  { phone, findings }: CheckReport,
  signal: AbortSignal,
): Promise<{ readonly advice: Advice; readonly words: string }> {
  const [{ advice }, { localMux }, { systemClock }] = await Promise.all([
    import('../app/advice.ts'),
    import('../app/local-mux.ts'),
    import('../kit/clock.ts'),
  ]);
  const icloudSpace =
    options.icloudSpace === undefined
      ? options.json
        ? undefined
        : await askIcloudSpace(phone?.productType, signal)
      : spaceGiven(options.icloudSpace);
  const measured = findings.flatMap(({ evidence }) => evidence).findLast((one) => one.kind === 'net.upload');
  const request = {
    mux: localMux(systemClock),
    clock: systemClock,
    udid: options.udid,
    destination: options.to,
    icloudSpace,
    uploadBytesPerSecond: measured?.kind === 'net.upload' ? measured.facts.bytesPerSecond : undefined,
  };
  const told = await advice(request, signal);
  return { advice: told, words: adviceInLines(told) };
}

function spaceGiven(text: string): IcloudSpace {
  const read = readIcloudSpace(text);
  if ('space' in read) return read.space;
  throw new ThawError('usage', read.odd, { facts: { message: read.odd } });
}

/** The advice for people. */
export function adviceInLines({ paragraph, methods, best }: Advice): string {
  const lines = methods.flatMap(({ id, title, sentence, includes, leavesOut }) => [
    `  ${id === best ? '→' : '·'} ${title}: ${sentence}`,
    `      Holds ${includes}.`,
    `      Leaves out ${leavesOut}.`,
  ]);
  return `${['', 'Which way fits', '', ...lines, '', paragraph].join('\n')}\n`;
}

/** Asks a person at a terminal how full iCloud is, shows where it stands, and asks again when it makes no sense. */
export async function askIcloudSpace(
  productType: string | undefined,
  signal: AbortSignal,
): Promise<IcloudSpace | undefined> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return undefined;
  const { createInterface } = await import('node:readline/promises');
  using lines = createInterface({ input: process.stdin, output: process.stdout });
  const picture = stepPicture('look-at-icloud-space', productType)?.text ?? '';
  process.stdout.write(
    `\nHow full is iCloud? Only the iPhone shows it: Settings › your name › iCloud, the bar on top.\n${picture}\n`,
  );
  for (let tries = 0; tries < TRIES; tries += 1) {
    const typed = (
      await lines.question('As it stands there, “48.2 GB of 50 GB” (nothing: not now): ', { signal })
    ).trim();
    if (typed === '') return undefined;
    const read = readIcloudSpace(typed);
    if ('space' in read) return read.space;
    process.stdout.write(`${read.odd}\n`);
  }
  return undefined;
}
