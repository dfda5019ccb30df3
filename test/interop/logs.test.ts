import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { startVirtual } from '../../src/virtual/start.ts';
import { Following } from './support/following.ts';
import { needs, run } from './support/program.ts';
import { scratchFolder } from './support/scratch.ts';

test('idevicesyslog follows the log', needs('idevicesyslog'), async () => {
  await using virtual = await startVirtual({ phone: { name: "Ann's iPhone" } });
  await using syslog = new Following('idevicesyslog', ['--no-colors'], virtual.address);
  await syslog.until(/^\[connected\]$/m);
  await syslog.until(/found the ASL prompt/);
  virtual.phone.log('BackupAgent2', 'Notice', 'Finished scanning domain <private> - size:1, files:2');
  await syslog.until(
    /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d BackupAgent2\[311\] <Notice>: Finished scanning domain <private> - size:1, files:2$/m,
  );
  virtual.phone.cable.unplug();
  await syslog.until(/^\[disconnected\]$/m);
});

test('idevicesyslog shows one process when asked to', needs('idevicesyslog'), async () => {
  await using virtual = await startVirtual({});
  await using syslog = new Following('idevicesyslog', ['--no-colors', '-p', 'BackupAgent2'], virtual.address);
  await syslog.until(/^\[connected\]$/m);
  const logging = setInterval(() => {
    virtual.phone.log('SpringBoard', 'Notice', 'of no interest');
    virtual.phone.log('BackupAgent2', 'Error', 'of interest');
  }, 50);
  await syslog.until(/of interest/).finally(() => clearInterval(logging));
  assert.doesNotMatch(syslog.printed, /of no interest/);
});

test(
  'idevicenotificationproxy observes what the phone and others post',
  needs('idevicenotificationproxy'),
  async () => {
    await using virtual = await startVirtual({});
    const names = ['com.apple.mobile.lockdown.device_name_changed', 'org.example.thaw'];
    await using observer = new Following('idevicenotificationproxy', ['observe', ...names], virtual.address);
    await observer.until(/! observing "org\.example\.thaw"/);
    const posting = setInterval(() => virtual.phone.rename('Meltwater'), 200);
    await observer
      .until(/> com\.apple\.mobile\.lockdown\.device_name_changed/)
      .finally(() => clearInterval(posting));

    const posted = await run('idevicenotificationproxy', ['post', 'org.example.thaw'], virtual);
    assert.equal(posted.status, 0);
    // Its listening thread may still print the empty name that comes with the end of the connection.
    assert.match(posted.stdout, /^< posting "org\.example\.thaw"\n(> \n)?$/);
    await observer.until(/> org\.example\.thaw/);
    assert.equal(await observer.stop('SIGINT'), 0);
  },
);

test(
  'idevicecrashreport copies crash and memory reports, and then takes them away',
  needs('idevicecrashreport'),
  async () => {
    await using virtual = await startVirtual({});
    await using folder = await scratchFolder();
    virtual.phone.daemon.crash();
    virtual.phone.daemon.killForMemory(134_217_728);

    const kept = await run('idevicecrashreport', ['-k', folder.path], virtual);
    assert.equal(kept.status, 0);
    assert.match(kept.stdout, /^Copy: \/BackupAgent2-\d{4}-\d\d-\d\d-\d{6}\.ips$/m);
    assert.match(kept.stdout, /^Copy: \/JetsamEvent-\d{4}-\d\d-\d\d-\d{6}\.ips\nDone\.$/m);

    const jetsam = (await readdir(folder.path)).find((name) => name.startsWith('JetsamEvent'));
    const text = await readFile(join(folder.path, jetsam ?? ''), 'utf8');
    assert.equal(JSON.parse(text.slice(0, text.indexOf('\n'))).bug_type, '298');
    const { processes } = JSON.parse(text.slice(text.indexOf('\n')));
    const killed = processes.filter((process: object) => 'reason' in process);
    assert.deepEqual(
      [killed.length, killed[0].name, killed[0].reason],
      [1, 'BackupAgent2', 'per-process-limit'],
    );
    assert.ok(killed[0].rpages * 16_384 > 134_217_728);

    assert.match((await run('idevicecrashreport', [folder.path], virtual)).stdout, /^Move: \/JetsamEvent/m);
    assert.equal((await run('idevicecrashreport', [folder.path], virtual)).stdout, 'Done.\n');
  },
);
