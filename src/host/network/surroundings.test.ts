import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, mkdtempDisposable, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { FakeClock } from '../../../test/support/fake-clock.ts';
import { systemClock } from '../../kit/clock.ts';
import { levelIn } from '../linux/radio.ts';
import { proxyOf as macProxy, tunnelIn } from '../macos/detours.ts';
import { radioIn as macRadio } from '../macos/radio.ts';
import { tunnelOf, proxyOf as windowsProxy } from '../windows/detours.ts';
import { radioIn as windowsRadio } from '../windows/radio.ts';
import { proxyIn } from './detour.ts';
import { statusDocument } from './status-document.ts';

test('macOS: the way through a tunnel is a VPN, the way through a cable is none', () => {
  // As printed in dylanaraps/neofetch#2361 and vpn-kill-switch/killswitch#19.
  const route = (name: string) =>
    `   route to: 0.0.0.1\ndestination: default\n       mask: 128.0.0.0\n    gateway: 192.168.12.1\n  interface: ${name}\n      flags: <UP,GATEWAY,DONE,STATIC,PRCLONING,GLOBAL>\n`;
  assert.deepEqual(tunnelIn(route('utun3')), [{ by: 'vpn', name: 'utun3', everything: true }]);
  assert.equal(tunnelIn(route('ipsec0')).length, 1);
  assert.deepEqual(tunnelIn(route('en0')), []);
});

test('macOS: a proxy by hand, one by a file, and none', () => {
  // The second as printed in httptoolkit/httptoolkit#151; the keys of the first as public programs read them.
  const byHand = '<dictionary> {\n  HTTPSEnable : 1\n  HTTPSPort : 3128\n  HTTPSProxy : proxy.example\n}\n';
  const byFile =
    '<dictionary> {\n  ProxyAutoConfigEnable : 1\n  ProxyAutoConfigURLString : http://wpad.company.com/wpad.dat\n}\n';
  assert.deepEqual(macProxy(byHand), [{ by: 'proxy', name: 'proxy.example:3128', everything: true }]);
  assert.equal(macProxy(byFile)[0]?.name, 'automatic');
  assert.deepEqual(macProxy('<dictionary> {\n  HTTPSEnable : 0\n}\n'), []);
});

test('Windows: adapters of VPNs by their descriptions, proxies by the registry', () => {
  // The description as printed in saltstack/salt#56275.
  const tap = { Name: 'Local Area Connection', InterfaceDescription: 'TAP-Windows Adapter V9' };
  assert.equal(tunnelOf(tap)[0]?.name, 'Local Area Connection');
  assert.deepEqual(tunnelOf({ Name: 'Wi-Fi', InterfaceDescription: 'Intel(R) Wi-Fi 6 AX201 160MHz' }), []);
  assert.equal(windowsProxy({ ProxyEnable: 1, ProxyServer: 'proxy.example:8080' })[0]?.by, 'proxy');
  assert.deepEqual(windowsProxy({ ProxyEnable: 0, ProxyServer: 'proxy.example:8080' }), []);
});

test('a proxy out of the environment is told without its password', () => {
  assert.equal(proxyIn({ https_proxy: 'http://me:secret@proxy.example:3128/' })?.name, 'proxy.example:3128');
  assert.equal(proxyIn({ ALL_PROXY: 'proxy.example:1080' })?.name, 'proxy.example:1080');
  assert.equal(proxyIn({}), undefined);
});

test('Linux: the level of the adapter that is connected', () => {
  // The form of the kernel's table (net/wireless/wext-proc.c): two headings, a line an adapter.
  const head =
    'Inter-| sta-|   Quality        |   Discarded packets               | Missed | WE\n face | tus | link level noise |  nwid  crypt   frag  retry   misc | beacon | 22\n';
  assert.deepEqual(
    levelIn(`${head}wlp2s0: 0000   58.  -52.  -256        0      0      0      0     20        0\n`),
    {
      adapter: 'wlp2s0',
      dbm: -52,
    },
  );
  assert.equal(levelIn(head), undefined);
});

test('macOS: signal and band of the Wi-Fi it is in', () => {
  // Fields and their texts as many public programs read them since `airport` went with macOS 14.4.
  const json = JSON.stringify({
    SPAirPortDataType: [
      {
        spairport_airport_interfaces: [
          { _name: 'awdl0' },
          {
            _name: 'en0',
            spairport_current_network_information: {
              spairport_network_channel: '44 (5GHz, 80MHz)',
              spairport_signal_noise: '-63 dBm / -89 dBm',
            },
          },
        ],
      },
    ],
  });
  assert.deepEqual(macRadio(json), { dbm: -63, gigahertz: 5 });
  assert.equal(macRadio('no JSON'), undefined);
});

test('Windows: the signal in any language', () => {
  // Labels as printed in hnykda/wifi-heatmapper#44 (Italian); English as in Windows’ own help.
  assert.deepEqual(windowsRadio('    Segnale             : 22%\r\n    Banda               : 5 GHz\r\n'), {
    dbm: -89,
    gigahertz: 5,
  });
  assert.deepEqual(windowsRadio('    Signal                 : 87% \n    Band : 2.4 GHz\n'), {
    dbm: -56.5,
    gigahertz: 2.4,
  });
  assert.equal(windowsRadio('There is no wireless interface on the system.'), undefined);
});

test('Apple’s status is kept, asked for again when it is old, unknown when too old, and never the page of a portal', async (t) => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'thaw-status-'));
  const folder = join(scratch.path, 'state');
  let asked = 0;
  let says = 'document';
  const server = createServer((_, response) => {
    asked += 1;
    response.end(`${says} ${asked}`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(typeof address === 'object' && address);
  const isOne = (bytes: Uint8Array) => Buffer.from(bytes).toString().startsWith('document');
  const place = { url: `http://127.0.0.1:${address.port}/`, folder, isOne };
  const text = async () => {
    const found = await statusDocument(place, systemClock, t.signal);
    return found && `${Buffer.from(found.bytes)}, ${found.minutesOld} min`;
  };
  const aged = (minutes: number) => {
    const time = new Date(systemClock.now().getTime() - minutes * 60_000 - 1000);
    return utimes(join(folder, 'apple-system-status'), time, time);
  };
  assert.equal(await text(), 'document 1, 0 min');
  await aged(3);
  assert.equal(await text(), 'document 1, 3 min');
  await aged(6);
  assert.equal(await text(), 'document 2, 0 min');
  says = 'Welcome to our Wi-Fi';
  await aged(6);
  assert.equal(await text(), 'document 2, 6 min');
  server.close();
  server.closeAllConnections();
  await aged(40);
  assert.equal(await text(), 'document 2, 40 min');
  await aged(61);
  assert.equal(await text(), undefined);
});

test('a status that never comes is given up, and a file of nonsense does no harm', async (t) => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'thaw-status-'));
  await mkdir(join(scratch.path, 'apple-system-status'));
  await writeFile(join(scratch.path, 'other'), '');
  const place = { url: 'http://127.0.0.1:1/', folder: scratch.path, isOne: () => true };
  assert.equal(await statusDocument(place, new FakeClock(), t.signal), undefined);
});
