import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ThawError } from '../kit/errors.ts';
import { BACKUP_SERVICES, parseSystemStatus, statusOfServices } from './system-status.ts';

/** An event in the form of Apple's document, as public programs that read it keep in their tests. */
function event(overrides: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    messageId: '2000005599',
    statusType: 'Outage',
    message: 'Users are experiencing a problem with this service. ',
    datePosted: '08/18/2026 13:01 PDT',
    startDate: '08/18/2026 12:59 PDT',
    endDate: null,
    epochStartDate: 1_787_083_140_000,
    epochEndDate: null,
    usersAffected: 'Some users are affected',
    affectedServices: null,
    eventStatus: 'ongoing',
    ...overrides,
  };
}

function document(services: readonly unknown[], drMessage: string | null = null): Buffer {
  return Buffer.from(JSON.stringify({ drMessage, services }));
}

const fine = { serviceName: 'iCloud Backup', redirectUrl: null, events: [] };

test('a service without events is fine, and one Apple no longer lists is not called fine', () => {
  const status = parseSystemStatus(document([fine]));
  assert.deepEqual(
    statusOfServices(status, ['icloud backup', 'iCloud Keychain']).map(({ state }) => state),
    ['fine', 'unlisted'],
  );
});

test('an outage that goes on is told with Apple’s words and its beginning', () => {
  const status = parseSystemStatus(document([{ ...fine, events: [event()] }]));
  assert.deepEqual(statusOfServices(status, ['iCloud Backup']), [
    {
      service: 'iCloud Backup',
      state: 'outage',
      troubles: [
        {
          message: 'Users are experiencing a problem with this service.',
          affected: 'Some users are affected',
          since: new Date('2026-08-18T19:59:00Z'),
        },
      ],
    },
  ]);
});

test('what was resolved, or is only announced, does not count', () => {
  for (const eventStatus of ['resolved', 'upcoming', 'completed']) {
    const status = parseSystemStatus(document([{ ...fine, events: [event({ eventStatus })] }]));
    assert.equal(statusOfServices(status, ['iCloud Backup'])[0]?.state, 'fine', eventStatus);
  }
});

test('trouble with signing in is trouble for a backup though its own line is green', () => {
  const signIn = { serviceName: 'iCloud Account & Sign In ', events: [event({ statusType: 'Issue' })] };
  const [own, account] = statusOfServices(parseSystemStatus(document([fine, signIn])), BACKUP_SERVICES);
  assert.deepEqual([own?.state, account?.state], ['fine', 'issue']);
});

test('of several events the worst counts, and a kind never seen before is trouble', () => {
  const events = [event({ statusType: 'Performance' }), event({ statusType: 'Outage' })];
  const [worst] = parseSystemStatus(document([{ ...fine, events }])).services;
  assert.equal(worst?.state, 'outage');
  const [unknown] = parseSystemStatus(
    document([{ ...fine, events: [event({ statusType: 'Eclipse' })] }]),
  ).services;
  assert.equal(unknown?.state, 'issue');
});

test('the wrapped form is read too, parentheses in its messages included', () => {
  const inner = document(
    [{ serviceName: 'iCloud Web Apps (iCloud.com)', events: [event()] }],
    'Notice (all)',
  );
  const status = parseSystemStatus(Buffer.from(`\uFEFFjsonCallback(${inner});\n`));
  assert.equal(status.notice, 'Notice (all)');
  assert.equal(status.services[0]?.service, 'iCloud Web Apps (iCloud.com)');
});

test('anything else is unreadable, never “all is well”', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.constant('<html>404</html>')), (text) => {
      assert.throws(
        () => parseSystemStatus(Buffer.from(text)),
        (thrown) => thrown instanceof ThawError && thrown.code === 'cloud.status-unreadable',
      );
    }),
  );
});
