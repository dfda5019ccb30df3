import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Puts stand-ins for `irecovery` and `idevicerestore` into a folder. They print what the real ones were seen to print, on
 * the streams they print it on, and do to the virtual phone behind the control socket what the real ones do over USB.
 * `secondsAStep`: how long each step of a reinstallation takes.
 */
export async function putRecoveryPrograms(
  folder: string,
  control: string,
  { secondsAStep = 0.2 }: { readonly secondsAStep?: number } = {},
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const programs = { irecovery: IRECOVERY, idevicerestore: IDEVICERESTORE };
  for (const [name, source] of Object.entries(programs)) {
    const path = join(folder, name);
    const settings = `const CONTROL = ${JSON.stringify(control)}, STEP_MS = ${secondsAStep * 1000};`;
    await writeFile(path, `#!${process.execPath}\n${settings}\n${ORDER}\n${source}`);
    await chmod(path, 0o755);
  }
}

const ORDER = `
const net = require('node:net');
const order = (what) => new Promise((resolve, reject) => {
  const socket = net.connect(CONTROL, () => socket.write(JSON.stringify(what) + '\\n'));
  let text = '';
  socket.setEncoding('utf8').on('data', (part) => {
    text += part;
    if (!text.includes('\\n')) return;
    socket.destroy();
    resolve(JSON.parse(text));
  }).on('error', reject);
});
const pause = () => require('node:timers/promises').scheduler.wait(STEP_MS);
const fail = (text) => { process.stderr.write('ERROR: ' + text + '\\n'); process.exit(255); };
`;

/** As version 1.0.0: names beside the numbers, nothing on success of -n, complaints on the standard error. */
const IRECOVERY = `
(async () => {
  if (process.argv.includes('-V')) return console.log('irecovery 1.0.0');
  const { state } = await order({ do: 'state' });
  if (state.mode !== 'recovery' && state.mode !== 'dfu') fail('Unable to connect to device');
  if (process.argv.includes('-q')) {
    for (const name of ['CPID', 'BDID', 'ECID']) console.log(name + ': ' + state.boot[name]);
    console.log('SRTG: N/A\\nMODE: ' + (state.mode === 'dfu' ? 'DFU' : 'Recovery'));
    for (const name of ['PRODUCT', 'MODEL']) console.log(name + ': ' + state.boot[name]);
  }
  if (process.argv.includes('-m')) console.log(state.mode === 'dfu' ? 'DFU Mode' : 'Recovery Mode');
  // A phone in DFU takes no commands of recovery mode.
  if (process.argv.includes('-n') && !(await order({ do: 'leave-recovery' })).done) fail('Invalid input');
})();
`;

/** As version 1.0.0, with the lines of public reports. Without -e it is an update that keeps data. */
const IDEVICERESTORE = `
(async () => {
  if (process.argv.includes('-v')) return console.log('idevicerestore 1.0.0');
  const erase = process.argv.includes('--erase');
  console.log('progress: 0 0.000000');
  const { state } = await order({ do: 'state' });
  const found = { normal: 'Normal', recovery: 'Recovery', dfu: 'DFU' }[state.mode];
  if (!found) fail('Unable to discover device mode. Please make sure a device is attached.');
  console.log('Found device in ' + found + ' mode\\nIdentified device as ' + state.boot.MODEL + ', ' + state.boot.PRODUCT);
  console.log('Selected firmware 26.2 (build 23C55)');
  for (const share of ['35.0', '100.0']) { console.log('Verifying:  ' + share); await pause(); }
  console.log('Variant: Customer ' + (erase ? 'Erase' : 'Upgrade') + ' Install (IPSW)');
  console.log(erase ? 'This restore will erase your device data.' : 'This restore will update your device without erasing user data.');
  console.log('progress: 1 0.500000'); await pause();
  console.log('Waiting for device to enter restore mode...');
  if (!(await order({ do: 'begin-restore' })).done) fail('Unable to place device into restore mode');
  console.log('Creating partition map (11)\\nRestoring image (13)');
  for (const share of [0.2, 0.6, 1]) { console.log('progress: 2 ' + share.toFixed(6)); await pause(); }
  console.log('progress: 3 1.000000\\nprogress: 4 0.500000\\nUpdating baseband (19)\\nprogress: 5 1.000000');
  console.log('Migrating data (41)'); await pause();
  console.log('Got status message\\nStatus: Restore Finished');
  await order({ do: erase ? 'end-erase' : 'end-update' });
  console.log('DONE');
})();
`;
