/**
 * Our property lists beside those of three npm packages, as a Markdown table. They are no dependencies of ours:
 * `npm install --no-save bplist-creator bplist-parser plist` brings them, and the run
 * then takes some minutes; without them only our column is filled.
 */
import { isDeepStrictEqual } from 'node:util';
import { messageOf } from '../src/kit/errors.ts';
import { decodeBinary } from '../src/wire/plist/binary-decode.ts';
import { encodeBinary } from '../src/wire/plist/binary-encode.ts';
import { Uid } from '../src/wire/plist/value.ts';
import { decodeXml } from '../src/wire/plist/xml-decode.ts';
import { encodeXml } from '../src/wire/plist/xml-encode.ts';
import { type BenchDocument, documents } from './plist-documents.ts';

type Work = (input: unknown) => unknown;

const MEASURED_MS = 2000;

const createBinary = await load('bplist-creator', 'default');
const parseBuffer = await load('bplist-parser', 'parseBuffer');
const plistBinary = { write: await load('plist', 'buildBinary'), read: await load('plist', 'parseBinary') };
const plistXml = { write: await load('plist', 'build'), read: await load('plist', 'parse') };

console.log('| document | | thaw | bplist-creator, bplist-parser | plist |\n| --- | --- | --- | --- | --- |');
for (const document of documents) {
  if (document.form === 'binary') benchBinary(document);
  else benchXml(document);
}

function benchBinary({ name, make }: BenchDocument): void {
  const value = make((index) => new Uid(index));
  const theirs = make((index) => ({ UID: index }));
  const bytes = encodeBinary(value);
  const right = decodeBinary(bytes);
  const isRight = (output: unknown): boolean =>
    output instanceof Uint8Array && isDeepStrictEqual(decodeBinary(output), right);
  printRow(`${name} | write`, [
    time(() => encodeBinary(value), value, isRight),
    time(createBinary, theirs, isRight),
    time(plistBinary.write, theirs, isRight),
  ]);
  printRow(`${name} | read`, [
    time(() => decodeBinary(bytes), bytes),
    time(parseBuffer, bytes),
    time(plistBinary.read, bytes),
  ]);
}

function benchXml({ name, make }: BenchDocument): void {
  const value = make((index) => new Uid(index));
  const xml = encodeXml(value);
  const right = decodeXml(xml);
  const isRight = (output: unknown): boolean =>
    typeof output === 'string' && isDeepStrictEqual(decodeXml(output), right);
  printRow(`${name} | write`, [
    time(() => encodeXml(value), value, isRight),
    '–',
    time(plistXml.write, value, isRight),
  ]);
  printRow(`${name} | read`, [time(() => decodeXml(xml), xml), '–', time(plistXml.read, xml)]);
}

/** The fastest call, which a busy machine spoils least; or what is wrong with it. */
function time(work: Work | undefined, input: unknown, isRight: Work = () => true): string {
  if (!work) return 'not installed';
  const end = performance.now() + MEASURED_MS;
  let fastest = Number.POSITIVE_INFINITY;
  const sample = (): unknown => {
    const started = performance.now();
    const output = work(input);
    fastest = Math.min(fastest, performance.now() - started);
    return output;
  };
  try {
    if (!isRight(sample())) return 'writes another value';
  } catch (error) {
    return `fails: ${messageOf(error)}`;
  }
  while (performance.now() < end) sample();
  return duration(fastest);
}

function duration(ms: number): string {
  if (ms < 1) return `${(ms * 1000).toPrecision(3)} µs`;
  return ms < 1000 ? `${ms.toPrecision(3)} ms` : `${(ms / 1000).toPrecision(3)} s`;
}

function printRow(head: string, cells: string[]): void {
  console.log(`| ${[head, ...cells].join(' | ')} |`);
}

/** A function that a package exports; undefined when the package is not there. */
async function load(packageName: string, exported: string): Promise<Work | undefined> {
  const module: unknown = await import(packageName).catch(() => ({}));
  const found: unknown = Object(module)[exported];
  return typeof found === 'function' ? (input) => Reflect.apply(found, undefined, [input]) : undefined;
}
