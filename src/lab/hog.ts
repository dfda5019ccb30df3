import { startProgram } from '../host/program.ts';

/** Takes what time the computer has left for the humblest; it shows in every list of programs all the same. */
const HOG = 'process.title = "render-farm"; for (;;);';

/** A program that takes all the time it can get, until disposed of. */
export function startHog(): AsyncDisposable {
  return startProgram('nice', ['-n', '19', process.execPath, '--eval', HOG]);
}
