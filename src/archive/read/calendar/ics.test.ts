import assert from 'node:assert/strict';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { calendar } from '../../../../test/support/app-data/calendar.ts';
import { openApp } from '../../../../test/support/app-data/open-app.ts';
import { PhoneFolder } from '../../../../test/support/app-data/phone-folder.ts';
import { CALENDAR, calendarsOf, eventsOf } from './calendar-store.ts';
import { icsOf, zonesOf } from './ics.ts';
import { offsetAt, timeZoneLines } from './time-zone.ts';

test('a series keeps its hour over the change of the clocks; one occurrence moved, one left out', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-calendar-'));
  const phone = new PhoneFolder(folder.path);
  calendar(phone);
  using database = openApp(phone, CALENDAR);
  const [home, ...others] = [...calendarsOf(database)];
  assert.ok(home);
  assert.deepEqual(others, [], 'the inbox of invitations is no calendar');
  const events = [...eventsOf(database, home.id)];
  assert.equal(events.length, 4, 'neither a reminder nor a birthday is an event');
  const text = [...icsOf(home, events, zonesOf(events), new Date(0))].join('').replaceAll('\r\n ', '');
  const lines = text.split('\r\n');
  for (const line of [
    'DTSTART;TZID=Europe/Vienna:20240109T180000',
    'RRULE:FREQ=WEEKLY;BYDAY=TU;WKST=MO;UNTIL=20241231T225959Z',
    'EXDATE;TZID=Europe/Vienna:20240206T180000',
    'RECURRENCE-ID;TZID=Europe/Vienna:20240409T180000',
    'SUMMARY:Turnen\\nBEGIN:VEVENT',
    'DTSTART;VALUE=DATE:20240701',
    'DTEND;VALUE=DATE:20240706',
    'DTSTART:20240517T080000',
    'TRIGGER:-PT15M',
    'ATTENDEE;CN="Kim K";PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT:mailto:kim@example.com',
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  ]) {
    assert.ok(lines.includes(line), line);
  }
  assert.equal(lines.filter((line) => line === 'BEGIN:VEVENT').length, 4);
  assert.equal(lines.filter((line) => line === 'UID:U-1').length, 2, 'the moved one belongs to its series');
});

test('zones: summer time of either half of the world, none, and one nobody knows', () => {
  assert.equal(offsetAt('Europe/Vienna', Date.UTC(2024, 6)), 120);
  assert.equal(offsetAt('Asia/Kolkata', Date.UTC(2024, 6)), 330);
  assert.equal(offsetAt('Mars/Base', Date.UTC(2024, 6)), 0);
  assert.ok(timeZoneLines('America/New_York', 2024).includes('RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU'));
  assert.ok(timeZoneLines('Australia/Sydney', 2024).includes('TZOFFSETTO:+1100'));
  assert.deepEqual(
    timeZoneLines('Asia/Tokyo', 2024).filter((line) => line.startsWith('RRULE')),
    [],
  );
});
