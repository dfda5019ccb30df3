import { spawnSync } from 'node:child_process';
import { withRights } from '../../src/lab/rights.ts';
import { scenarioSchema } from '../../src/virtual/scenario.ts';
import type { ThawOptions } from './thaw.ts';

type Through = NonNullable<ThawOptions['through']>;

/** A command line that runs with fewer rights, and a test's option that skips where they cannot be taken. */
interface Rights {
  readonly through: Through;
  readonly option: { readonly skip: string | false };
}

/** Root may write where nobody may, and enter every door: as anybody else, then. */
export const asMereUser = rights({ forbidden: true });

/** As on a disk that holds no larger file. */
export function holdingNoFileOver(bytes: number): Rights {
  return rights({ 'largest-file': bytes });
}

function rights(destination: { readonly forbidden?: true; readonly 'largest-file'?: number }): Rights {
  const wanted = scenarioSchema.parse({ destination }).destination;
  const through: Through = (command) => withRights(wanted, command);
  const [program, ...args] = through(['true']);
  const skip = spawnSync(program, args).status !== 0 && `${program} cannot take rights here`;
  return { through, option: { skip } };
}
