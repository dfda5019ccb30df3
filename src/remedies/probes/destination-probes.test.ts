import assert from 'node:assert/strict';
import { unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { mountTmpfs } from '../../../test/vault/mounted.ts';
import { destinationHasRoom } from './destination-probes.ts';

test('room that is made on a small disk is seen, though nobody said how much is needed', async (t) => {
  await using disk = await mountTmpfs(40_000_000);
  if (!disk) return t.skip('mounting is not permitted');
  const films = join(disk.path, 'films-of-somebody-else.mov');
  await writeFile(films, Buffer.alloc(35_000_000));
  const plan = { orTo: undefined, full: false, device: undefined, fresh: false, overNothing: false };
  const seen = await destinationHasRoom({ plan: { ...plan, destination: disk.path }, evidence: [] });
  assert.equal(await seen(), false);
  await unlink(films);
  assert.equal(await seen(), true);
});
