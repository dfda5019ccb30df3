import { asDict } from '../../wire/plist/access.ts';
import { decodePlist } from '../../wire/plist/decode.ts';
import { encodeXml } from '../../wire/plist/xml-encode.ts';
import { fetchSmall } from './fetch.ts';
import { setAsideName } from './prepare-folders.ts';
import type { Run } from './run.ts';
import { uploadTo } from './send-plists.ts';
import { isShard } from './shards.ts';

/** What must stay free on the computer beside the copy. */
const RESERVE_BYTES = 128 * 1024 * 1024;

/** Lets the computer copy the phone's own backup aside before a restore; left out where there is no room for it. */
export async function copyBackup(run: Run): Promise<void> {
  const { host, phone, progress } = run;
  const bytes = await folderBytes(run, phone.udid);
  if ((await host.freeSpace()) < bytes + RESERVE_BYTES) return;
  const copy = setAsideName({ ...run, folder: phone.udid });
  await host.copy(phone.udid, copy);
  const info = await fetchSmall(host, `${phone.udid}/Info.plist`, progress.told);
  if (!info) return;
  const dict = new Map(asDict(decodePlist(info), 'Info.plist'));
  dict.set('Target Identifier', copy);
  dict.set('Display Name', `${phone.name} ${run.startedAt.toISOString()}`);
  await uploadTo(run, `${copy}/Info.plist`, Buffer.from(encodeXml(dict)));
}

async function folderBytes({ host }: Run, folder: string): Promise<number> {
  let bytes = 0;
  for (const [name, { size }] of await host.list(folder)) {
    bytes += size;
    if (!isShard(name)) continue;
    for (const file of (await host.list(`${folder}/${name}`)).values()) bytes += file.size;
  }
  return bytes;
}
