import { type IcloudSpace, readIcloudSpace } from '../app/advice/icloud-space.ts';
import type { Advice } from '../app/advice.ts';
import type { CheckReport } from '../app/check.ts';
import { ThawError } from '../kit/errors.ts';
import { askIcloudSpace, askLowPower } from './ask-icloud.ts';

interface Options {
  readonly to?: string;
  readonly udid?: string;
  readonly icloudSpace?: string;
  readonly json?: true;
}

/** The advice that goes with a check, and its words. What no cable shows a person is asked for, where one is there. */
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
  const seen = findings.flatMap(({ evidence }) => evidence);
  const battery = seen.findLast((one) => one.kind === 'battery.state');
  const mayAsk = !options.json;
  const icloudSpace =
    options.icloudSpace !== undefined
      ? spaceGiven(options.icloudSpace)
      : mayAsk
        ? await askIcloudSpace(phone?.productType, signal)
        : undefined;
  const facts = battery?.kind === 'battery.state' ? battery.facts : {};
  const lowPower = mayAsk ? await askLowPower(phone?.productType, facts, signal) : undefined;
  const measured = seen.findLast((one) => one.kind === 'net.upload');
  const request = {
    mux: localMux(systemClock),
    clock: systemClock,
    udid: options.udid,
    destination: options.to,
    icloudSpace,
    lowPower,
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
function adviceInLines({ paragraph, methods, best }: Advice): string {
  const lines = methods.flatMap(({ id, title, sentence, includes, leavesOut }) => [
    `  ${id === best ? '→' : '·'} ${title}: ${sentence}`,
    `      Holds ${includes}.`,
    `      Leaves out ${leavesOut}.`,
  ]);
  return `${['', 'Which way fits', '', ...lines, '', paragraph].join('\n')}\n`;
}
