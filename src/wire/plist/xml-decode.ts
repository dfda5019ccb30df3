import { MAX_DEPTH, type PlistArray, type PlistDict, type PlistValue, Real, Uid } from './value.ts';
import { parseData, parseDate, parseInteger, parseReal } from './xml-scalars.ts';
import { XmlScanner } from './xml-scanner.ts';

/**
 * Decodes an XML property list: the plist vocabulary and nothing else. A DOCTYPE is read past, one with an internal
 * subset is refused, and so are entities beyond XML's own five. Throws WireError 'wire.plist'.
 */
export function decodeXml(text: string): PlistValue {
  const scanner = new XmlScanner(text);
  scanner.skipProlog();
  const value = readValue(scanner, scanner.openTag(), 0);
  scanner.closeTag('plist');
  scanner.expectEnd();
  return value;
}

interface Tag {
  readonly name: string;
  readonly isEmpty: boolean;
}

function readValue(scanner: XmlScanner, tag: Tag, depth: number): PlistValue {
  switch (tag.name) {
    case 'dict':
      return uidOrDict(readDict(scanner, tag, depth));
    case 'array':
      return readArray(scanner, tag, depth);
    case 'string':
      return readText(scanner, tag);
    case 'integer':
      return parseInteger(readText(scanner, tag));
    case 'real':
      return new Real(parseReal(readText(scanner, tag)));
    case 'date':
      return parseDate(readText(scanner, tag));
    case 'data':
      return parseData(readText(scanner, tag));
    case 'true':
    case 'false':
      if (readText(scanner, tag).trim() !== '') throw scanner.malformed('text inside a boolean');
      return tag.name === 'true';
    default:
      throw scanner.malformed(`<${tag.name}> where a value belongs`);
  }
}

function readText(scanner: XmlScanner, tag: Tag): string {
  return tag.isEmpty ? '' : scanner.textUntilClose(tag.name);
}

function readArray(scanner: XmlScanner, tag: Tag, depth: number): PlistArray {
  const items: PlistValue[] = [];
  if (tag.isEmpty) return items;
  checkDepth(scanner, depth);
  while (!scanner.tryCloseTag('array')) items.push(readValue(scanner, scanner.openTag(), depth + 1));
  return items;
}

function readDict(scanner: XmlScanner, tag: Tag, depth: number): PlistDict {
  const dict = new Map<string, PlistValue>();
  if (tag.isEmpty) return dict;
  checkDepth(scanner, depth);
  while (!scanner.tryCloseTag('dict')) {
    const keyTag = scanner.openTag();
    if (keyTag.name !== 'key') throw scanner.malformed(`<${keyTag.name}> where a key belongs`);
    const key = readText(scanner, keyTag);
    dict.set(key, readValue(scanner, scanner.openTag(), depth + 1));
  }
  return dict;
}

/** XML has no UID; Apple reads a dictionary of this one key as one, libplist writes it but leaves it a dictionary. */
function uidOrDict(dict: PlistDict): PlistDict | Uid {
  const value = dict.get('CF$UID');
  return dict.size === 1 && typeof value === 'number' && value >= 0 ? new Uid(value) : dict;
}

function checkDepth(scanner: XmlScanner, depth: number): void {
  if (depth >= MAX_DEPTH) throw scanner.malformed(`nested deeper than ${MAX_DEPTH} levels`);
}
