import { encryptionNotes } from '../src/app/encryption-notes.ts';
import { localMux } from '../src/app/local-mux.ts';
import { systemClock } from '../src/kit/clock.ts';
import { connectTrusted } from '../src/rescue/connect.ts';
import { EncryptionForRun } from '../src/rescue/encryption-for-run.ts';

/** A run that switches encryption on, says so, and then does nothing until it is killed: `address notesFolder`. */
const [, , address = '', folder = ''] = process.argv;
const { signal } = new AbortController();
const reach = (abort: AbortSignal) =>
  connectTrusted({ mux: localMux(systemClock, address) }, systemClock, () => {}, abort);
const encryption = new EncryptionForRun({
  wanted: true,
  notes: encryptionNotes(folder),
  emit: () => {},
  reach,
});
const phone = await reach(signal);
await encryption.begin(phone, process.env['THAW_BACKUP_PASSWORD'], signal);
process.stdout.write('on\n');
await systemClock.sleep(60_000);
