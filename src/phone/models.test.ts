import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelMegabits } from '../host/usb/usb-link.ts';
import { modelName, modelOf, modelOfBoard, models } from './models.ts';

const named = (...names: readonly string[]) => models.filter(({ name }) => names.includes(name));

test('every iPhone from the 5 to the 17 family is there, each identifier and each board once', () => {
  const generations = new Set(models.map(({ productType }) => /^iPhone(\d+),/.exec(productType)?.[1]));
  assert.deepEqual(
    [...generations].map(Number).sort((a, b) => a - b),
    [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18],
  );
  assert.equal(new Set(models.map(({ productType }) => productType)).size, 56);
  const boards = models.flatMap(({ boards }) => boards.map(String));
  assert.equal(new Set(boards).size, boards.length);
  assert.ok(models.every(({ boards }) => boards.length > 0));
});

test('the names that people use', () => {
  assert.equal(modelName('iPhone18,4'), 'iPhone Air');
  assert.equal(modelName('iPhone17,5'), 'iPhone 16e');
  assert.equal(modelName('iPhone14,6'), 'iPhone SE (3rd generation)');
  assert.equal(modelName('iPhone99,1'), 'iPhone99,1');
});

test('Apple names three ways to force a restart: up to the 6s and first SE, the 7, and all since the 8', () => {
  const buttons = (name: string) => [...new Set(named(name).map((model) => model.buttons))];
  for (const name of ['iPhone 5s', 'iPhone 6s Plus', 'iPhone SE (1st generation)'])
    assert.deepEqual(buttons(name), ['home'], name);
  for (const name of ['iPhone 7', 'iPhone 7 Plus']) assert.deepEqual(buttons(name), ['volume-down'], name);
  for (const name of ['iPhone 8', 'iPhone X', 'iPhone SE (2nd generation)', 'iPhone 17e'])
    assert.deepEqual(buttons(name), ['side'], name);
  assert.equal(modelOf('iPhone99,1').buttons, 'side');
  assert.equal(modelOf(undefined).buttons, 'side');
});

test('faces: a home button, a notch, or the island since the 14 Pro', () => {
  const face = (productType: string) => modelOf(productType).face;
  assert.equal(face('iPhone12,8'), 'home-button');
  assert.equal(face('iPhone14,5'), 'notch');
  assert.equal(face('iPhone14,7'), 'notch');
  assert.equal(face('iPhone15,2'), 'island');
  assert.equal(face('iPhone17,5'), 'notch');
  assert.equal(face('iPhone18,4'), 'island');
});

test('USB-C since the 15; USB 3 only in the Pro models since then', () => {
  const lightning = models.filter(({ connector }) => connector === 'lightning');
  assert.equal(lightning.at(-1)?.name, 'iPhone 14 Pro Max');
  const fast = models.filter(({ megabits }) => megabits > 480).map(({ name }) => name);
  assert.deepEqual(
    fast,
    ['15', '16', '17'].flatMap((no) => [`iPhone ${no} Pro`, `iPhone ${no} Pro Max`]),
  );
  for (const { productType, megabits } of models) assert.equal(modelMegabits(productType), megabits);
});

test('a phone in recovery tells its model by chip and board', () => {
  assert.equal(modelOfBoard(0x8110, 0x0a)?.name, 'iPhone 13');
  // The 6s came with chips of two makers.
  assert.equal(modelOfBoard(0x8003, 0x04)?.productType, 'iPhone8,1');
  assert.equal(modelOfBoard(0x8150, 0x16)?.name, 'iPhone 17e');
  assert.equal(modelOfBoard(0x8110, 0xff), undefined);
  assert.equal(modelOfBoard(undefined, undefined), undefined);
});
