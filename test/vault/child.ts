import { readFileSync } from 'node:fs';
import { changes } from './kill-at.ts';
import { carryOut } from './tasks.ts';

// A process to be killed: `kill-at.ts` is loaded before this, into its threads too.
const [folder = '', file = ''] = process.argv.slice(2);
await carryOut(folder, JSON.parse(readFileSync(file, 'utf8')));
process.stdout.write(String(changes()));
