import assert from 'node:assert/strict';
import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { powerOnlyPorts } from './power-only.ts';

test('what takes power at a USB-C port and is by Apple', async (t) => {
  await using root = await mkdtempDisposable(join(tmpdir(), 'thaw-typec-'));
  const computer = { system: 'linux', root: root.path } as const;
  assert.equal(await powerOnlyPorts(t.signal, computer), 0);
  for (const [name, header] of [
    ['port0-partner', '0x510005ac\n'],
    ['port1-partner', '0x6c0018d1\n'],
    ['port1-cable', '0x1c0005ac\n'],
    ['port2-partner', 'nonsense'],
  ] as const) {
    await mkdir(join(root.path, 'sys/class/typec', name, 'identity'), { recursive: true });
    await writeFile(join(root.path, 'sys/class/typec', name, 'identity/id_header'), header);
  }
  assert.equal(await powerOnlyPorts(t.signal, computer), 1);
});
