import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WireError } from './errors.ts';
import { decodeKeyedArchive } from './keyed-archive.ts';
import { encodeBinary } from './plist/binary-encode.ts';
import { type PlistInput, Real, Uid } from './plist/value.ts';

function archive(...objects: PlistInput[]): Buffer {
  const top = { root: new Uid(1) };
  return encodeBinary({
    $archiver: 'NSKeyedArchiver',
    $version: 100_000,
    $top: top,
    $objects: ['$null', ...objects],
  });
}

const className = (name: string) => ({ $classname: name, $classes: [name, 'NSObject'] });

test('dictionaries, arrays, dates and addresses come without their wrappers', () => {
  const value = decodeKeyedArchive(
    archive(
      {
        'NS.keys': [new Uid(2), new Uid(3), new Uid(9)],
        'NS.objects': [new Uid(4), new Uid(5), new Uid(0)],
        $class: new Uid(7),
      },
      'list',
      'when',
      { 'NS.objects': [new Uid(6), 7], $class: new Uid(8) },
      { 'NS.time': new Real(0) },
      { 'NS.base': new Uid(0), 'NS.relative': 'https://example.com/' },
      className('NSDictionary'),
      className('NSArray'),
      'nothing',
    ),
  );
  assert.deepEqual(
    value,
    new Map<string, unknown>([
      ['list', ['https://example.com/', 7]],
      ['when', new Date('2001-01-01T00:00:00Z')],
      ['nothing', undefined],
    ]),
  );
});

test('an object of another class keeps its keys, and a cycle ends where it closes', () => {
  const value = decodeKeyedArchive(
    archive({ self: new Uid(1), name: 'x', $class: new Uid(2) }, className('LPLink')),
  );
  assert.deepEqual(
    value,
    new Map<string, unknown>([
      ['self', undefined],
      ['name', 'x'],
      ['$class', 'LPLink'],
    ]),
  );
});

test('an archive that unfolds without end is refused', () => {
  const wide = (next: number): PlistInput => ({
    'NS.objects': Array.from({ length: 10 }, () => new Uid(next)),
  });
  const bomb = archive(...Array.from({ length: 12 }, (_, index) => wide(index + 2)), 'end');
  assert.throws(() => decodeKeyedArchive(bomb), WireError);
});
