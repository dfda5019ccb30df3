import { run } from '../../src/cli/program.ts';
import { changes } from '../vault/kill-at.ts';

// A whole command to be killed: `kill-at.ts` is loaded before this, into its threads too.
process.exitCode = await run(process.argv.slice(2));
process.stderr.write(`changes ${changes()}\n`);
