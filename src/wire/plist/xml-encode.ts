import { WireError } from '../errors.ts';
import {
  eachEntry,
  isArray,
  MAX_DEPTH,
  MAX_INTEGER,
  MIN_INTEGER,
  PLIST_EPOCH_SECONDS,
  type PlistInput,
  type PlistLiteral,
  Real,
  Uid,
} from './value.ts';
import { realText } from './xml-real.ts';

const PROLOGUE = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
`;

/**
 * An XML property list, byte for byte as libplist 2.2 writes it: tabs, 17 digits for reals, whole seconds for
 * dates, and control characters as they are. Throws WireError 'wire.plist' for what a property list cannot hold.
 */
export function encodeXml(value: PlistInput): string {
  return `${PROLOGUE}${element(value, '')}</plist>\n`;
}

/** One value with its line ends, indented by `tabs`. */
function element(value: PlistInput, tabs: string): string {
  if (typeof value === 'string') return `${tabs}<string>${escaped(value)}</string>\n`;
  if (typeof value === 'boolean') return `${tabs}<${value}/>\n`;
  if (typeof value === 'number' || typeof value === 'bigint') return integer(value, tabs);
  if (value instanceof Real) return `${tabs}<real>${realText(value.value)}</real>\n`;
  if (value instanceof Date) return `${tabs}<date>${dateText(value)}</date>\n`;
  if (value instanceof Uint8Array) return `${tabs}<data>\n${base64Lines(value, tabs)}${tabs}</data>\n`;
  if (value instanceof Uid) return container('dict', uidBody(value, tabs), tabs);

  if (tabs.length >= MAX_DEPTH) throw new WireError('wire.plist', `nested deeper than ${MAX_DEPTH} levels`);
  return isArray(value)
    ? container('array', arrayBody(value, `${tabs}\t`), tabs)
    : container('dict', dictBody(value, `${tabs}\t`), tabs);
}

function container(tag: string, body: string, tabs: string): string {
  return body === '' ? `${tabs}<${tag}/>\n` : `${tabs}<${tag}>\n${body}${tabs}</${tag}>\n`;
}

function arrayBody(items: readonly PlistInput[], tabs: string): string {
  let body = '';
  for (const item of items) body += element(item, tabs);
  return body;
}

function dictBody(dict: ReadonlyMap<string, PlistInput> | PlistLiteral, tabs: string): string {
  let body = '';
  eachEntry(dict, (item, key) => {
    body += `${tabs}<key>${escaped(key)}</key>\n${element(item, tabs)}`;
  });
  return body;
}

/** XML has no UID; Apple and libplist write a dictionary of this one key. */
function uidBody(uid: Uid, tabs: string): string {
  return `${tabs}\t<key>CF$UID</key>\n${integer(uid.value, `${tabs}\t`)}`;
}

function integer(value: number | bigint, tabs: string): string {
  if (typeof value === 'number' ? !Number.isSafeInteger(value) : value < MIN_INTEGER || value > MAX_INTEGER) {
    throw new WireError(
      'wire.plist',
      `${value} is no integer of a property list: wrap it in Real, or use a bigint`,
    );
  }
  return `${tabs}<integer>${value}</integer>\n`;
}

/** ISO 8601 in whole seconds, the year without leading zeros. */
function dateText(date: Date): string {
  const seconds = Math.trunc(date.getTime() / 1000 - PLIST_EPOCH_SECONDS) + PLIST_EPOCH_SECONDS;
  if (Number.isNaN(seconds)) throw new WireError('wire.plist', 'an invalid date');
  const whole = new Date(seconds * 1000);
  const iso = whole.toISOString();
  return `${whole.getUTCFullYear()}${iso.slice(iso.indexOf('-', 1), -'.000Z'.length)}Z`;
}

/** Base64 in lines that reach column 76 with tabs of eight, each line a whole number of triplets. */
function base64Lines(data: Uint8Array, tabs: string): string {
  const indent = tabs.slice(0, 8);
  const bytesPerLine = ((76 - indent.length * 8) >> 2) * 3;
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  let lines = '';
  for (let at = 0; at < bytes.length; at += bytesPerLine) {
    lines += `${indent}${bytes.toString('base64', at, at + bytesPerLine)}\n`;
  }
  return lines;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
