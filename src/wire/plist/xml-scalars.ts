import { WireError } from '../errors.ts';
import { MAX_INTEGER, MIN_INTEGER } from './value.ts';

/** Numbers and dates are short; without a bound a pattern or BigInt would take quadratic time over a long one. */
const MAX_CHARACTERS = 128;

export function parseInteger(text: string): number | bigint {
  const match = matchShort(/^([+-]?)(\d+|0x[0-9a-f]+)$/i, text, 'integer');
  const magnitude = BigInt(match[2] ?? '');
  const value = match[1] === '-' ? -magnitude : magnitude;
  if (value < MIN_INTEGER || value > MAX_INTEGER) throw malformed('integer', text);
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

export function parseReal(text: string): number {
  const match = matchShort(
    /^(?:([+-]?)inf(?:inity)?|nan|[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)$/i,
    text,
    'real',
  );
  if (/inf/i.test(match[0])) return match[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return Number(match[0]);
}

export function parseDate(text: string): Date {
  const match = matchShort(/^(-?\d{1,6})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z$/, text, 'date');
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hours, minutes, seconds);
  const rolledOver = date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day;
  if (rolledOver || Number.isNaN(date.getTime())) throw malformed('date', text);
  return date;
}

export function parseData(text: string): Buffer {
  const base64 = text.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64))
    throw new WireError('wire.plist', 'XML property list: data is no base64');
  return Buffer.from(base64, 'base64');
}

function matchShort(pattern: RegExp, text: string, kind: string): RegExpExecArray {
  const trimmed = text.trim();
  const match = trimmed.length <= MAX_CHARACTERS ? pattern.exec(trimmed) : null;
  if (match === null) throw malformed(kind, trimmed);
  return match;
}

function malformed(kind: string, text: string): WireError {
  return new WireError('wire.plist', `XML property list: "${text.slice(0, 40)}" is no ${kind}`);
}
