import assert from 'node:assert/strict';
import { chmod, mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { Exit } from '../src/app/exit-codes.ts';
import { showBus } from '../src/lab/bus.ts';
import { type ScenarioInput, scenarioSchema } from '../src/virtual/scenario.ts';
import { startVirtual } from '../src/virtual/start.ts';
import { type Refusal, refused } from './support/refused.ts';
import { asMereUser } from './support/rights.ts';
import { thaw } from './support/thaw.ts';

describe('what is wrong with usbmuxd has its code, its sentence and its exit status', () => {
  test('there is none', () =>
    refused(
      { address: '/nowhere/usbmuxd' },
      { code: 'mux.absent', status: Exit.noPhone, says: /does not answer at \/nowhere\/usbmuxd/ },
    ));

  test('its address is none', () =>
    refused(
      { address: 'nonsense:port' },
      { code: 'mux.address', status: Exit.usage, says: /nonsense:port/ },
    ));

  test('this user may not use its socket', asMereUser.option, async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-mux-'));
    const socket = join(folder.path, 'usbmuxd');
    await using _virtual = await startVirtual({}, { socket });
    await chmod(socket, 0o000);
    await refused(
      { address: `UNIX:${socket}`, through: asMereUser.through },
      {
        code: 'mux.permission',
        cause: 'usbmuxd-missing',
        status: Exit.person,
        says: /This user may not use the service/,
      },
    );
    const { status, stdout } = await thaw(['devices', '--json'], `UNIX:${socket}`, asMereUser);
    assert.deepEqual([JSON.parse(stdout).error.code, status], ['mux.permission', Exit.person]);
  });
});

interface Wrong extends Refusal {
  readonly scenario: ScenarioInput | readonly [ScenarioInput, ...ScenarioInput[]];
}

const phones: Readonly<Record<string, Wrong>> = {
  'there is none': {
    scenario: { phone: { cable: false } },
    code: 'phone.none',
    status: Exit.noPhone,
    says: /No iPhone is connected/,
  },
  'there are several, and none was chosen': {
    scenario: [{ seed: 1 }, { seed: 2 }],
    code: 'phone.several',
    status: Exit.usage,
    says: /Several phones/,
  },
  'it was told not to trust': {
    scenario: { phone: { trusted: 'denied' } },
    code: 'phone.trust-denied',
    cause: 'trust-denied',
    status: Exit.person,
    says: /Don’t Trust/,
  },
  'its passcode is not entered': {
    scenario: { owner: [{ when: 'passcode-prompt', after: 0, do: 'cancel' }] },
    code: 'backup.locked',
    cause: 'passcode-not-entered',
    status: Exit.person,
    says: /passcode/,
  },
  'it is locked, and too old to ask for its passcode': {
    scenario: { phone: { product: 'iPhone10,4', ios: '15.8', locked: true } },
    code: 'backup.locked',
    cause: 'passcode-not-entered',
    status: Exit.person,
    says: /The iPhone is locked/,
  },
};

describe('what is wrong with the phone has its code, its sentence and its exit status', {
  concurrency: 2,
}, () => {
  for (const [name, { scenario, ...expected }] of Object.entries(phones))
    test(name, async () => {
      await using virtual = await startVirtual(scenario);
      await refused(virtual, expected);
    });

  test('it is in recovery mode, where usbmuxd does not see it', async () => {
    const scenario = { recoveryPrograms: 'missing', faults: [{ do: 'recovery' }] } satisfies ScenarioInput;
    await using computer = await mkdtempDisposable(join(tmpdir(), 'thaw-bus-'));
    await using virtual = await startVirtual(scenario);
    await using bus = await showBus(scenarioSchema.parse(scenario), virtual, computer.path);
    await refused(
      { address: virtual.address, environment: bus.env },
      {
        code: 'phone.recovery',
        cause: 'recovery-mode',
        status: Exit.person,
        says: /in recovery mode: its screen shows a cable and a computer/,
      },
    );
  });
});
