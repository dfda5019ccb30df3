import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readIcloudSpace } from './advice/icloud-space.ts';
import { oddLowPower } from './advice/low-power.ts';
import { adviceFrom } from './advice.ts';

const facts = { usedBytes: 90e9, encrypted: false, wifiOn: false, icloudOn: true } as const;

test('what the bar in the settings says is read in any language', () => {
  assert.deepEqual(readIcloudSpace('48.2 GB of 50 GB used'), {
    space: { usedBytes: 48.2e9, totalBytes: 50e9 },
  });
  assert.deepEqual(readIcloudSpace('1,2 TB von 2 TB'), { space: { usedBytes: 1.2e12, totalBytes: 2e12 } });
  assert.deepEqual(readIcloudSpace('850 MB / 5 GB'), { space: { usedBytes: 850e6, totalBytes: 5e9 } });
});

test('what makes no sense is asked for again, with the reason', () => {
  const odd = (text: string): string => {
    const read = readIcloudSpace(text);
    return 'odd' in read ? read.odd : '';
  };
  assert.match(odd('full'), /Two figures are needed/);
  assert.match(odd('50 GB of 48 GB'), /cannot be/);
  assert.match(odd('60 of 128 GB'), /128 GB is none of these/);
});

test('without an earlier backup a size is a bound, and the rate the usual one', () => {
  const { best, methods } = adviceFrom(facts);
  assert.equal(best, 'local-encrypted');
  assert.match(
    methods[0]?.sentence ?? '',
    /^at most 90\.0 GB, about 60 minutes the first time at the usual rate/,
  );
});

test('this phone’s own figures go before all others', () => {
  const lastLocal = { bytes: 40e9, bytesPerSecond: 32e6, encrypted: true };
  const { methods } = adviceFrom({ ...facts, lastLocal, freeBytes: 30e9 });
  assert.match(methods[0]?.sentence ?? '', /^about 40\.0 GB, about 21 minutes .* at the rate measured here/);
  assert.match(methods[0]?.sentence ?? '', /no room for it: 10\.1 GB are missing/);
});

test('iCloud without room is no help, and says what is missing', () => {
  const icloudSpace = { usedBytes: 49e9, totalBytes: 50e9 };
  const { paragraph, methods } = adviceFrom({ ...facts, icloudBytes: 12e9, icloudSpace });
  assert.match(paragraph, /11\.0 GB are missing there/);
  assert.equal(methods.find(({ id }) => id === 'icloud')?.fits, false);
});

test('a disk that is too small, beside an iCloud with room', () => {
  const icloudSpace = { usedBytes: 20e9, totalBytes: 200e9 };
  const { best, methods } = adviceFrom({
    ...facts,
    lastLocal: { bytes: 40e9, bytesPerSecond: 32e6, encrypted: true },
    freeBytes: 1e9,
    icloudBytes: 12e9,
    icloudSpace,
    uploadBytesPerSecond: 1.5e6,
  });
  assert.equal(best, 'icloud');
  assert.match(methods[3]?.sentence ?? '', /about 2 hours the first time at the rate measured here/);
});

test('Low Power Mode on a charged phone is asked for again', () => {
  assert.match(oddLowPower(true, { percent: 95, charging: true }) ?? '', /95 % and charging/);
  assert.equal(oddLowPower(true, { percent: 40, charging: true }), undefined);
  assert.equal(oddLowPower(false, { percent: 95, charging: true }), undefined);
});

test('a bound says that there is room, never that there is none', () => {
  const icloudSpace = { usedBytes: 48.5e9, totalBytes: 50e9 };
  const { paragraph, methods } = adviceFrom({ ...facts, icloudSpace, freeBytes: 60e9 });
  assert.equal(methods[0]?.fits, undefined);
  assert.match(paragraph, /whether the 1\.5 GB that are free there are enough/);
});
