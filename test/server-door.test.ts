import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { newKey } from '../src/server/door/keys.ts';
import { ask, visitPage } from './support/page-visit.ts';

const visit = await visitPage();
after(() => visit[Symbol.asyncDispose]());
const { origin, cookie } = visit;
const { host } = new URL(origin);
const json = { 'content-type': 'application/json' };

test('a token opens the page once: the second time, and any other, it is worth nothing', async () => {
  const address = new URL(visit.server.newAddress());
  const path = address.pathname + address.search;
  const first = await ask(origin, path);
  assert.equal(first.status, 200);
  assert.match(String(first.headers['set-cookie']), /^thaw-\d+=[\w-]{43}; .*HttpOnly; SameSite=Strict$/);
  for (const used of [path, `/?token=${newKey()}`, '/?token=', '/?token=../../']) {
    const again = await ask(origin, used);
    assert.equal(again.status, 401);
    assert.equal(again.headers['set-cookie'], undefined);
  }
});

test('from outside the browser is led on by a page of ours, so that it shows the strict cookie', async () => {
  const address = new URL(visit.server.newAddress());
  const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
  const first = await ask(origin, address.pathname + address.search, { headers });
  assert.equal(first.status, 200, 'no redirect: that would go on without the cookie');
  assert.match(first.body, /<meta http-equiv="refresh" content="0;url=\/">/);
  const reloaded = await ask(origin, address.pathname + address.search, { headers: { cookie } });
  assert.equal(reloaded.status, 200, 'who has a key already may come by a used address');
});

test('without a cookie, or with a wrong one, nothing is told: no page, no file, no answer', async () => {
  const name = cookie.split('=')[0];
  for (const wrong of [undefined, `${name}=${newKey()}`, `${name}=`, `other=${cookie.split('=')[1]}`])
    for (const path of ['/', '/index.html', '/api/phones', '/api/runs', '/api/settings', '/nowhere']) {
      const answer = await ask(origin, path, wrong === undefined ? {} : { headers: { cookie: wrong } });
      assert.equal(answer.status, 401, `${path} with ${wrong}`);
    }
});

test('by another name nobody is let in, whatever he shows: a name can be pointed at this computer', async () => {
  const { port } = new URL(origin);
  for (const name of [
    'evil.example',
    `evil.example:${port}`,
    `localhost:${port}`,
    '127.0.0.1',
    `[::1]:${port}`,
  ]) {
    const answer = await ask(origin, '/api/phones', { headers: { host: name, cookie } });
    assert.equal(answer.status, 403, name);
  }
  assert.equal((await ask(origin, '/api/phones', { headers: { host, cookie } })).status, 200);
});

test('what another site sends is not done, although the browser might add the cookie', async () => {
  const asking = { method: 'POST', body: '{}' };
  const foreign = ['https://evil.example', 'null', 'http://127.0.0.1:1', origin.replace('http', 'https')];
  for (const from of foreign) {
    const answer = await ask(origin, '/api/virtual', {
      ...asking,
      headers: { ...json, cookie, origin: from },
    });
    assert.equal(answer.status, 403, from);
    const read = await ask(origin, '/api/phones', { headers: { cookie, origin: from } });
    assert.equal(read.status, 403, `reading from ${from}`);
  }
  const silent = await ask(origin, '/api/virtual', { ...asking, headers: { ...json, cookie } });
  assert.equal(silent.status, 403, 'a browser always says where a change comes from');
  for (const site of ['cross-site', 'same-site']) {
    const headers = { cookie, 'sec-fetch-site': site };
    assert.equal((await ask(origin, '/api/phones', { headers })).status, 403, site);
  }
  assert.deepEqual((await visit.call('GET', '/api/virtual')).udids, []);
});

test('a form can send text but not JSON: text that looks like JSON is refused', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])
    for (const method of ['POST', 'PUT']) {
      const path = method === 'PUT' ? '/api/settings' : '/api/virtual';
      const headers = { cookie, origin, 'content-type': type };
      const answer = await ask(origin, path, { method, headers, body: '{}' });
      assert.equal(answer.status, 415, `${method} ${type}`);
    }
});

test('no other site is invited: no answer allows another origin, and none may be framed', async () => {
  for (const path of ['/', '/api/phones', '/nowhere']) {
    const headers = { cookie, origin };
    const { headers: told } = await ask(origin, path, { headers });
    assert.equal(told['access-control-allow-origin'], undefined);
    const policy = String(told['content-security-policy']);
    assert.match(policy, /default-src 'none'; script-src 'self';/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.doesNotMatch(policy, /unsafe|\*|https?:/);
    assert.equal(told['x-content-type-options'], 'nosniff');
    assert.equal(told['referrer-policy'], 'no-referrer');
  }
  const preflight = await ask(origin, '/api/virtual', {
    method: 'OPTIONS',
    headers: { cookie, origin: 'https://evil.example', 'access-control-request-method': 'POST' },
  });
  assert.equal(preflight.status, 403);
});

test('the page has no script or style of its own in it: the policy would keep it from working', async () => {
  const { body } = await ask(origin, '/', { headers: { cookie } });
  assert.doesNotMatch(body, /<script(?![^>]*\bsrc=)[^>]*>|<style|\son\w+=|\sstyle=|javascript:/i);
});

test('no path leads out of the page: with dots, encoded, absolute or with a zero in it', async () => {
  const paths = [
    '/../package.json',
    '/assets/../../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/assets/%2e%2e%2f%2e%2e%2fpackage.json',
    '//etc/passwd',
    '/etc/passwd',
    '/index.html%00.js',
    '/\\..\\package.json',
    '/api/backups/..%2f..%2fetc/summary',
    '/api/runs/..%2f..%2fsettings.json',
    '/api/runs/..%2f..%2fsettings.json/report.html',
  ];
  for (const path of paths) {
    const answer = await ask(origin, path, { headers: { cookie } });
    assert.ok(answer.status === 404 || answer.status === 400, `${path}: ${answer.status}`);
    assert.doesNotMatch(answer.body, /thaw-backup|root:/);
  }
});

test('folders outside home and disks are neither listed nor used, also not through a link', async () => {
  const inside = join(visit.home, 'disk');
  await mkdir(inside);
  await symlink('/etc', join(visit.home, 'link'));
  await writeFile(join(visit.home, 'file'), '');
  const outside = [
    '/etc',
    '/',
    '/proc/self',
    join(visit.home, 'link'),
    `${inside}/../../..`,
    'disk',
    'C:\\',
    '\0',
  ];
  for (const path of [...outside, join(visit.home, 'file'), join(visit.home, 'missing')]) {
    const listed = await visit.raw('GET', `/api/folders?path=${encodeURIComponent(path)}`);
    assert.equal(listed.status, 403, path);
    const chosen = await visit.raw('POST', '/api/destinations', { path: path || '?' });
    assert.equal(chosen.status, 403, path);
    const set = await visit.raw('PUT', '/api/settings', { folders: [path || '?'] });
    assert.equal(set.status, 403, path);
    const added = await visit.raw('POST', '/api/backups/folders', { path: path || '?' });
    assert.equal(added.status, 403, path);
  }
  const listed = await visit.call('GET', `/api/folders?path=${encodeURIComponent(visit.home)}`);
  assert.deepEqual(
    listed.folders.map(({ name }: { name: string }) => name),
    ['disk'],
  );
  await visit.call('POST', '/api/destinations', { path: inside });
  assert.equal((await visit.call('GET', '/api/settings')).destination, inside);
});

test('a body that is too large, no JSON, or not in the contract is refused, and nothing of it is said back', async () => {
  const secret = 'correct horse battery staple';
  const long = await visit.raw('POST', '/api/runs', { kind: 'backup', filler: secret.repeat(5000) });
  assert.equal(long.status, 413);
  const headers = { ...json, cookie, origin };
  const broken = await ask(origin, '/api/runs', { method: 'POST', headers, body: `{"password":"${secret}` });
  assert.equal(broken.status, 400);
  const odd = [{ kind: 'backup', udid: 7, password: secret }, { kind: secret }, [secret], null, 7];
  for (const body of [...odd, { kind: 'extract', backup: 'x', what: secret, to: '/' }]) {
    const answer = await visit.raw('POST', '/api/runs', body);
    assert.equal(answer.status, 400);
    assert.ok(!answer.body.includes(secret));
  }
});

test('headers of a size no browser sends are refused', async () => {
  const answer = await ask(origin, '/', { headers: { cookie: 'x'.repeat(20_000) } });
  assert.equal(answer.status, 431);
});

const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
const otherUser = { skip: !isRoot && 'needs root on Linux, to be another user' };

test('another user of this computer gets nothing, not even with a stolen cookie', otherUser, async (t) => {
  const asking = `fetch('${origin}/api/phones', { headers: { cookie: '${cookie}' } }).then(async (answer) =>
    process.stdout.write(answer.status + ' ' + (await answer.text())))`;
  const answerTo = async (uid: number): Promise<string> => {
    const child = spawn(process.execPath, ['-e', asking], {
      uid,
      cwd: '/',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child, 'spawn');
    return await text(child.stdout);
  };
  const theirs = await answerTo(65_534).catch((thrown: unknown) => thrown);
  if (theirs instanceof Error) return t.skip(`no other user can run this Node: ${theirs.message}`);
  assert.match(String(theirs), /^403 .*page\.wrong-door/);
  assert.match(await answerTo(0), /^200 .*"phones"/);
});

test('another start of Thaw rings with what only this person can read; a wrong bell opens nothing', async () => {
  const ring = (bell: string) =>
    ask(origin, '/bell', { method: 'POST', headers: { origin, authorization: `Bearer ${bell}` } });
  assert.equal((await ring(newKey())).status, 401);
  assert.equal((await ring('')).status, 401);
  const { token } = JSON.parse((await ring(visit.server.bell)).body);
  assert.equal((await ask(origin, `/?token=${token}`)).status, 200);
});
