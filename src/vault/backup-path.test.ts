import assert from 'node:assert/strict';
import { join, sep } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { backupPath, childPath, nameOf, parentPath, ROOT } from './backup-path.ts';

const UDID = '00008110-001A2B3C4D5E001E';

test("the phone's paths become paths inside its backup", () => {
  assert.equal(backupPath(`${UDID}/Status.plist`, UDID), 'Status.plist');
  assert.equal(backupPath(`${UDID}/Snapshot/3d`, UDID), 'Snapshot/3d');
  const file = '3d/3d0d7e5fb2ce288813306e4d4636395e047a3d28';
  assert.equal(backupPath(`${UDID}/Snapshot/${file}`, UDID), `Snapshot/${file}`);
  assert.equal(backupPath(UDID, UDID), ROOT);
});

test('a path has a name, a parent and children', () => {
  const path = backupPath(`${UDID}/Snapshot/3d`, UDID);
  assert.equal(nameOf(path), '3d');
  assert.equal(parentPath(path), 'Snapshot');
  assert.equal(parentPath(parentPath(path)), ROOT);
  assert.equal(childPath(ROOT, 'Snapshot'), 'Snapshot');
});

const hostile = {
  'another folder': 'someone-else/Status.plist',
  'the folder above': `${UDID}/../x`,
  'the folder itself': `${UDID}/./x`,
  'an absolute path': '/etc/passwd',
  'an absolute path inside': `${UDID}//etc/passwd`,
  'a trailing slash': `${UDID}/Snapshot/`,
  'a name that only begins like the folder': `${UDID}x/Status.plist`,
  NUL: `${UDID}/a\0b`,
  'a backslash': `${UDID}/..\\x`,
  'a drive': `${UDID}/C:/x`,
  'a stream of a Windows file': `${UDID}/Status.plist:hidden`,
  'a Windows device': `${UDID}/NUL.txt`,
  'a name Windows cuts short': `${UDID}/Status.plist.`,
  'a long name': `${UDID}/${'a'.repeat(256)}`,
  'a long name in few characters': `${UDID}/${'ä'.repeat(128)}`,
  'a long path': `${UDID}/${'a/'.repeat(600)}a`,
};

for (const [what, path] of Object.entries(hostile)) {
  test(`refused: ${what}`, () => {
    assert.throws(() => backupPath(path, UDID), { code: 'vault.path-refused' });
  });
}

test('whatever the phone names, it is refused or lies below the folder', () => {
  const part = fc.oneof(
    fc.constantFrom('..', '.', '', 'Snapshot', 'ab', UDID, 'con', '\0', '/', '\\', '~', 'C:', ' '),
    fc.string({ maxLength: 6, unit: 'binary' }),
  );
  const raw = fc.array(part, { maxLength: 8 }).map((parts) => parts.join('/'));
  fc.assert(
    fc.property(
      fc.oneof(
        raw,
        raw.map((path) => `${UDID}/${path}`),
        fc.string(),
      ),
      (path) => {
        let inside: string;
        try {
          inside = backupPath(path, UDID);
        } catch (thrown) {
          assert.equal(thrown instanceof Error && 'code' in thrown && thrown.code, 'vault.path-refused');
          return;
        }
        const real = join('/backups', UDID, inside);
        assert.ok(`${real}${sep}`.startsWith(join('/backups', UDID) + sep));
        assert.equal(real, inside === '' ? join('/backups', UDID) : `/backups/${UDID}/${inside}`);
      },
    ),
    { numRuns: 2000 },
  );
});
