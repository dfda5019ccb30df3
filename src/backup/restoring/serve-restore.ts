import { messageOf, systemCodeOf } from '../../kit/errors.ts';
import type { PhoneMessage } from '../../wire/devicelink/phone-message.ts';
import { STATUS_OK, STATUS_UNKNOWN, statusOfSystemCode } from '../../wire/devicelink/status.ts';
import type { PlistDict } from '../../wire/plist/value.ts';
import { isContents } from '../contents.ts';
import { RestoreError } from '../restore-errors.ts';
import { sendFiles } from '../serving/download.ts';
import { listFolder } from '../serving/folders.ts';
import { receiveInfo } from './receive-info.ts';
import type { RestoreFiles } from './restore-files.ts';

/** Serves the phone until the Response that ends a restore. The backup itself is only read, whatever the phone asks. */
export async function serveRestore(files: RestoreFiles): Promise<PlistDict> {
  for (;;) {
    const message = await files.link.receive();
    if (message.name === 'DLMessageProcessMessage') return message.message;
    files.progress.message(message);
    await answer(files, message);
  }
}

async function answer(files: RestoreFiles, message: PhoneMessage): Promise<void> {
  const { link, copy } = files;
  switch (message.name) {
    case 'DLMessageDownloadFiles':
      files.unsent.push(...(await sendFiles(files, message.paths)).filter(({ path }) => isContents(path)));
      return;
    case 'DLContentsOfDirectory':
      return await listFolder(files, message.path);
    case 'DLMessageGetFreeDiskSpace':
      return await link.answer(STATUS_OK, '', (await copy?.freeBytes()) ?? 0);
    case 'DLMessageCopyItem':
      return await answerAfter(files, async () => copy?.copy(message.from, message.to));
    case 'DLMessageUploadFiles':
      return await receiveInfo(files);
    case 'DLMessageDisconnect':
      throw new RestoreError('restore.link-lost', `the phone ended the conversation: ${message.reason}`);
    default:
      // Answered, or the phone would wait for ever; but what is restored is not changed.
      return await link.answer(STATUS_UNKNOWN, 'Operation not supported');
  }
}

async function answerAfter({ link }: RestoreFiles, work: () => Promise<void>): Promise<void> {
  try {
    await work();
    await link.answer(STATUS_OK);
  } catch (thrown) {
    const code = systemCodeOf(thrown);
    if (code === undefined) throw thrown;
    await link.answer(statusOfSystemCode(code), messageOf(thrown));
  }
}
