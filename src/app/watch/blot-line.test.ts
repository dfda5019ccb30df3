import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LineBlot } from './blot-line.ts';

const blot = new LineBlot('Zenobia’s iPhone');

test('what tells of a person goes, what tells of the trouble stays', () => {
  const text = blot.text(
    'Failed to upload AppDomain-com.example.draw:Library/Letters to Zenobia/divorce.fci (<CKError 0x1068e0a70: "Asset File Not Found" (16/3002); "open error: 2 (No such file or directory)">)',
  );
  assert.equal(
    text,
    'Failed to upload AppDomain-com.example.draw:‹file›.fci (<CKError 0x1068e0a70: "Asset File Not Found" (16/3002); "open error: 2 (No such file or directory)">)',
  );
});

test('numbers of errors are no numbers of people', () => {
  const line =
    '=cloud-backup= Backup failed: Quota exceeded (MBErrorDomain/303). Underlying error: x (CKErrorDomain/25).';
  assert.equal(blot.text(line), line);
});

const SECRETS = [
  'zenobia@example.com',
  '00008150-001A2B3C4D5E801C',
  '0123456789abcdef0123456789abcdef01234567',
  '6C213366-1234-4321-ABCD-3F2A6C2B1D00',
  '/private/var/mobile/Media/DCIM/100APPLE/Holiday with Zenobia.HEIC',
  'HomeDomain:Library/Notes/what I never told anybody.txt',
  'account 1234567890',
  'a4:83:e7:11:22:33',
  '192.168.7.23',
  '+44 20 7946 0958',
  'https://p24-content.icloud.com/1234567890/secret',
  'Zenobias-iPhone.local',
  'Zenobia’s iPhone',
];

test('a line is cut after it is blotted, not before: half an identifier tells, too', () => {
  const text = blot.text(`${'='.repeat(380)} 0123456789abcdef0123456789abcdef01234567`);
  assert.doesNotMatch(text, /0123/);
  assert.ok(text.length <= 400);
});

test('however it is put into a line, nothing personal comes out', () => {
  const telling =
    /zenobia|001A2B3C|456789abcdef|1234-4321|told anybody|1234567890|a4:83|192\.168\.7|7946|secret/i;
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...SECRETS, 'Backup failed:', '=sync=', 'for', 'in', '(null)')),
      (parts) => {
        assert.doesNotMatch(blot.text(parts.join(' ')), telling);
      },
    ),
    { numRuns: 1000 },
  );
});
