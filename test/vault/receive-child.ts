import { inside, receive, vaultIn } from './drive.ts';

// Receives files of the given sizes under whatever limits the process was started with, and prints how it went.
const [folder = '', ...sizes] = process.argv.slice(2);
await using run = await (await vaultIn(folder)).begin({ run: 'limited' });
for (const [index, size] of sizes.entries()) receive(run, `Snapshot/${index}`, Buffer.alloc(Number(size)));
const failures = (await run.flush()).map(({ path, code }) => [path, code]);
const arrived = (await run.list(inside('Snapshot'))).map(({ name, size }) => [name, size]);
process.stdout.write(JSON.stringify({ failures, arrived }));
