import { escapedText, folded, parameterText } from '../output/content-line.ts';
import type { Alarm, Attendee, Calendar, CalendarEvent } from './event.ts';
import { isKnownZone, offsetAt, stamp, timeZoneLines } from './time-zone.ts';

const SECOND = 1000;
const DAY = 86_400_000;

/**
 * A calendar as an iCalendar file (RFC 5545), event by event. Without a METHOD: a file with one would be an invitation
 * that a calendar program might answer.
 */
export function* icsOf(
  calendar: Calendar,
  events: Iterable<CalendarEvent>,
  zones: ReadonlyMap<string, number>,
  now: Date,
): Generator<string> {
  yield lines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Thaw//iPhone backup//EN',
    `X-WR-CALNAME:${escapedText(calendar.title)}`,
    ...(calendar.color === undefined ? [] : [`X-APPLE-CALENDAR-COLOR:${calendar.color}`]),
  ]);
  for (const [zone, year] of zones) yield lines(timeZoneLines(zone, year));
  for (const event of events) {
    if (event.start) yield lines(eventLines(event, event.start, now));
  }
  yield lines(['END:VCALENDAR']);
}

/** The zones that events name, each with the year before its first event: its rules then begin before it. */
export function zonesOf(events: Iterable<CalendarEvent>): Map<string, number> {
  const zones = new Map<string, number>();
  for (const { zone, start, allDay } of events) {
    if (zone === undefined || !start || allDay || !isKnownZone(zone)) continue;
    zones.set(zone, Math.min(zones.get(zone) ?? Number.POSITIVE_INFINITY, start.getUTCFullYear() - 1));
  }
  return zones;
}

function eventLines(event: CalendarEvent, start: Date, now: Date): string[] {
  const optional = (name: string, value: string | undefined): string[] =>
    value === undefined ? [] : [`${name}:${escapedText(value)}`];
  return [
    'BEGIN:VEVENT',
    `UID:${escapedText(event.uid)}`,
    `DTSTAMP:${stamp(event.modified ?? now)}Z`,
    time('DTSTART', start, event),
    ...endLines(event, start),
    ...(event.replaces ? [time('RECURRENCE-ID', event.replaces, event)] : []),
    ...event.rules.map(
      ({ rule, until }) => `RRULE:${rule}${until ? `;UNTIL=${untilText(until, event)}` : ''}`,
    ),
    ...event.exceptions.map((date) => time('EXDATE', date, event)),
    ...optional('SUMMARY', event.summary),
    ...optional('DESCRIPTION', event.description),
    ...optional('LOCATION', event.location),
    ...(event.geo ? [`GEO:${event.geo.latitude};${event.geo.longitude}`] : []),
    // An address is no text: what is in it stands as it is, but it must not begin a new line.
    ...(event.url === undefined ? [] : [`URL:${event.url.replace(/[\s\p{Cc}]/gu, '')}`]),
    ...optional('STATUS', event.status),
    `TRANSP:${event.free ? 'TRANSPARENT' : 'OPAQUE'}`,
    ...(event.isPrivate ? ['CLASS:PRIVATE'] : []),
    ...(event.sequence > 0 ? [`SEQUENCE:${event.sequence}`] : []),
    ...(event.created ? [`CREATED:${stamp(event.created)}Z`] : []),
    ...(event.modified ? [`LAST-MODIFIED:${stamp(event.modified)}Z`] : []),
    ...event.attendees.map(attendeeLine),
    ...event.alarms.flatMap(alarmLines),
    'END:VEVENT',
  ];
}

/** A day, a time in its zone, a time without a zone, or UTC where the zone is one nobody knows. */
function time(name: string, date: Date, { allDay, zone }: CalendarEvent): string {
  if (allDay) return `${name};VALUE=DATE:${stamp(date).slice(0, 8)}`;
  if (zone === undefined) return `${name}:${stamp(date)}`;
  if (!isKnownZone(zone)) return `${name}:${stamp(date)}Z`;
  return `${name};TZID=${zone}:${stamp(new Date(date.getTime() + offsetAt(zone, date.getTime()) * 60_000))}`;
}

/** The end of whole days is the day after the last; the phone stores the last second, or midnight after it. */
function endLines(event: CalendarEvent, start: Date): string[] {
  const { end, allDay } = event;
  if (!end || end < start) return allDay ? [time('DTEND', new Date(start.getTime() + DAY), event)] : [];
  if (!allDay) return [time('DTEND', end, event)];
  const lastDay = Math.max(start.getTime(), end.getTime() - SECOND);
  return [time('DTEND', new Date(lastDay + DAY), event)];
}

/** In UTC for times, a day for whole days: the RFC wants the kind of the start. */
function untilText(until: Date, { allDay, zone }: CalendarEvent): string {
  if (allDay) return stamp(until).slice(0, 8);
  return zone === undefined ? stamp(until) : `${stamp(until)}Z`;
}

function attendeeLine({ organizer, name, address, status, role }: Attendee): string {
  const parameters = [
    ...(name === undefined ? [] : [`CN="${parameterText(name)}"`]),
    ...(organizer || status === undefined ? [] : [`PARTSTAT=${status}`]),
    ...(organizer || role === undefined ? [] : [`ROLE=${role}`]),
  ];
  const head = [organizer ? 'ORGANIZER' : 'ATTENDEE', ...parameters].join(';');
  return `${head}:${address.replace(/[\s\p{Cc}]/gu, '')}`;
}

function alarmLines(alarm: Alarm): string[] {
  const trigger =
    alarm.kind === 'absolute'
      ? `TRIGGER;VALUE=DATE-TIME:${stamp(alarm.at)}Z`
      : `TRIGGER:${durationText(alarm.seconds)}`;
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:Reminder', trigger, 'END:VALARM'];
}

/** `-PT15M`, `-P1D`. */
function durationText(seconds: number): string {
  const whole = Math.abs(Math.round(seconds));
  const sign = seconds < 0 ? '-' : '';
  if (whole % 86_400 === 0 && whole > 0) return `${sign}P${whole / 86_400}D`;
  return whole % 60 === 0 ? `${sign}PT${whole / 60}M` : `${sign}PT${whole}S`;
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${folded(line)}\r\n`).join('');
}
