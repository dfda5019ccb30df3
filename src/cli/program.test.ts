import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { run } from '../../test/interop/support/program.ts';
import { startVirtual } from '../virtual/start.ts';
import { program } from './program.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

/** Runs `thaw` where no phone can be. */
function thaw(...args: readonly string[]) {
  return run(process.execPath, [MAIN, ...args], { address: '127.0.0.1:1', limitSeconds: 60 });
}

function helpOf(command: Command): string {
  const parts: string[] = [];
  command.configureOutput({ writeOut: (part) => void parts.push(part) }).outputHelp();
  return parts.join('');
}

/** Every command that does something, by what is typed for it. */
function commands(of: Command, path = ''): readonly (readonly [string, Command])[] {
  return of.commands.flatMap((command) => {
    const line = `${path}${command.name()}`;
    return command.commands.length > 0 && command.registeredArguments.length === 0
      ? commands(command, `${line} `)
      : [[line, command] as const, ...commands(command, `${line} `)];
  });
}

test('the help of every command shows an example of it, and has rows that can be read', () => {
  const all = commands(program());
  assert.ok(all.length > 25);
  for (const [line, command] of all) {
    const help = helpOf(command);
    assert.ok(help.includes(`\n  thaw ${line}`), `thaw ${line} --help has no example`);
    for (const row of help.split('\n')) assert.ok(row.length <= 120, `thaw ${line} --help: ${row}`);
  }
});

test('every command takes --json, but the virtual iPhone, which says nothing else', () => {
  for (const [line, command] of commands(program()))
    assert.ok(line === 'virtual' || command.options.some(({ long }) => long === '--json'), `thaw ${line}`);
});

const FOR_BUILDERS = new Set(['virtual', 'lab']);

test('an option is spelled alike everywhere, and takes a value everywhere or nowhere', () => {
  const flags = new Map<string, Set<string>>();
  for (const [, command] of commands(program()).filter(([line]) => !FOR_BUILDERS.has(line)))
    for (const { long, flags: shown } of command.options) {
      if (long === undefined || long === null) continue;
      flags.set(long, (flags.get(long) ?? new Set()).add(shown.replace(/^.*--/, '--')));
    }
  for (const [long, ways] of flags) assert.equal(ways.size, 1, `${long}: ${[...ways].join(', ')}`);
});

test('wrong usage ends with 2, says what was meant and where to read on, and nothing on standard output', async () => {
  const wrong: readonly (readonly [RegExp, ...string[]])[] = [
    [/Did you mean backup\?\)\nWhat is possible: thaw --help\n$/, 'bakcup'],
    [/Did you mean --json\?\)\nWhat is possible: thaw devices --help\n$/, 'devices', '--jsno'],
    [/What is possible: thaw password --help\n$/, 'password', 'sett'],
    [/--password-fd 3 3<FILE/, 'password', 'set', '--password-fd', '987'],
    [/Give a time as 90s, 5m or 1h\./, 'backup', '--to', '.', '--wait', '5'],
  ];
  for (const [words, ...args] of wrong) {
    const { status, stdout, stderr } = await thaw(...args);
    assert.deepEqual([status, stdout], [2, ''], args.join(' '));
    assert.match(stderr, words);
  }
});

test('a port that is taken is said, by the page and by the virtual iPhone', async () => {
  await using virtual = await startVirtual({});
  const [, port = ''] = virtual.address.split(':');
  for (const args of [
    ['serve', '--port', port],
    ['virtual', '--listen', virtual.address],
  ] as const) {
    const { status, stdout, stderr } = await thaw(...args);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /Another program listens on that port/);
  }
});
