import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { Following } from './support/following.ts';
import { needs, run } from './support/program.ts';
import { scratchFolder } from './support/scratch.ts';

const COMMAND = ['src/cli/main.ts', 'virtual'];

/** Gives one order on the control socket and returns the answer. */
async function order(path: string, request: object): Promise<unknown> {
  const socket = connect(path);
  try {
    socket.write(`${JSON.stringify(request)}\n`);
    const [line] = await once(createInterface({ input: socket }), 'line');
    return JSON.parse(line);
  } finally {
    socket.destroy();
  }
}

test(
  'thaw virtual serves a phone on both kinds of address until it is told to end',
  needs('idevice_id'),
  async () => {
    await using folder = await scratchFolder();
    const [scenario, socket, control] = ['scenario.json', 'mux', 'control'].map((name) =>
      join(folder.path, name),
    );
    await writeFile(`${scenario}`, '{"phone": {"product": "iPhone16,1", "name": "Command line"}}');
    const options = [
      '--scenario',
      `${scenario}`,
      '--listen',
      '127.0.0.1:0',
      '--socket',
      `${socket}`,
      '--control',
      `${control}`,
    ];
    await using thaw = new Following(process.execPath, [...COMMAND, ...options]);
    const [line] = await thaw.until(/^\{.*\}$/m);
    const ready = JSON.parse(line);
    assert.deepEqual(
      { ...ready, address: '', udid: '', udids: [] },
      { ready: true, address: '', socket, control, udid: '', udids: [] },
    );

    for (const address of [ready.address, `UNIX:${socket}`]) {
      assert.equal((await run('idevice_id', ['-l'], { address })).stdout, `${ready.udid}\n`);
    }
    assert.deepEqual(await order(`${control}`, { do: 'unplug', seconds: 60 }), { ok: true });
    assert.equal((await run('idevice_id', ['-l'], ready)).stdout.trim(), '');
    assert.equal(await thaw.stop(), 0);
    assert.deepEqual(await readdir(folder.path), ['scenario.json']);
  },
);

test('a bad scenario is wrong usage and says where', async () => {
  await using folder = await scratchFolder();
  const scenario = join(folder.path, 'scenario.json');
  await writeFile(scenario, '{"faults": [{"do": "unplug", "when": {"bytes": 1}}]}');
  const { status, stdout, stderr } = await run(process.execPath, [...COMMAND, '--scenario', scenario], {
    address: '',
  });
  assert.deepEqual([status, stdout], [2, '']);
  assert.match(stderr, /scenario\.json is not a scenario: .*"bytes".*faults\[0\]\.when/s);
});

test('thaw virtual --schema prints the schema of scenarios', async () => {
  const { status, stdout } = await run(process.execPath, [...COMMAND, '--schema'], { address: '' });
  assert.equal(status, 0);
  const schema = JSON.parse(stdout);
  for (const field of ['name', 'phone', 'content', 'faults', 'owner', 'expect'])
    assert.ok(field in schema.properties, field);
});
