import { openBackup } from '../../src/archive/open-backup.ts';
import { viewOfFolder } from '../../src/vault/backup-view.ts';

// A process of its own, so that its memory is that of the listing.
const [folder = '', rows = ''] = process.argv.slice(2);
const started = performance.now();
await using backup = await openBackup(viewOfFolder(folder), {});
let entries = 0;
let bytes = 0;
for (const { size } of backup.entries()) {
  entries += 1;
  bytes += size;
}
if (entries !== Number(rows) || bytes === 0) throw new Error(`listed ${entries} of ${rows} rows`);
const seconds = (performance.now() - started) / 1000;
process.send?.({ seconds, megabytes: process.resourceUsage().maxRSS / 1024 });
