import type { PhoneMessage } from '../wire/devicelink/phone-message.ts';
import { STATUS_OK, STATUS_UNKNOWN } from '../wire/devicelink/status.ts';
import type { PlistDict } from '../wire/plist/value.ts';
import { BackupError } from './errors.ts';
import { sendFiles } from './serving/download.ts';
import { createFolder, listFolder, moveItems, removeItems } from './serving/folders.ts';
import type { Serving } from './serving/serving.ts';
import { receiveFiles } from './serving/upload.ts';

/**
 * Serves the phone until its Response: after a request the computer is a file server, and every message it sends
 * waits for an answer. Resolves with the Response, whatever it says; rejects when the link ends before it.
 */
export async function serveUntilResponse(serving: Serving): Promise<PlistDict> {
  for (;;) {
    const message = await serving.link.receive();
    if (message.name !== 'DLMessageUploadFiles') await serving.settle();
    if (message.name === 'DLMessageProcessMessage') return message.message;
    serving.progress.message(message);
    await answer(serving, message);
  }
}

async function answer(serving: Serving, message: PhoneMessage): Promise<void> {
  const { link, run } = serving;
  switch (message.name) {
    case 'DLMessageDownloadFiles':
      await sendFiles(serving, message.paths);
      return;
    case 'DLMessageUploadFiles':
      return await receiveFiles(serving);
    case 'DLMessageGetFreeDiskSpace':
      return await link.answer(STATUS_OK, '', await run.freeBytes());
    case 'DLMessagePurgeDiskSpace':
      // We free nothing behind the person's back. -1 keeps the link, and the phone decides by asking again or 105.
      serving.spaceWanted = message.bytes;
      serving.emit({
        type: 'note',
        code: 'space.wanted',
        facts: { bytes: message.bytes, freeBytes: await run.freeBytes() },
      });
      return await link.answer(STATUS_UNKNOWN, 'No space could be freed', 0);
    case 'DLContentsOfDirectory':
      return await listFolder(serving, message.path);
    case 'DLMessageCreateDirectory':
      return await createFolder(serving, message.path);
    case 'DLMessageMoveItems':
      return await moveItems(serving, message.pairs);
    case 'DLMessageRemoveItems':
      return await removeItems(serving, message.paths);
    case 'DLMessageDisconnect':
      throw new BackupError('backup.link-lost', `the phone ended the conversation: ${message.reason}`);
    default:
      // Answered, or the phone would wait for ever; a backup needs none of these.
      serving.emit({
        type: 'note',
        code: 'message.unknown',
        facts: { message: message.name === 'unknown' ? message.called : message.name },
      });
      return await link.answer(STATUS_UNKNOWN, 'Operation not supported');
  }
}
