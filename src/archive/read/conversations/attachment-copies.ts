import { copyOut, type Extraction } from '../extraction.ts';
import type { OutputFolder } from '../output/output-folder.ts';
import type { Attachment } from './message.ts';

/** The attachments of one conversation, copied out as they are met; each once. */
export class AttachmentCopies {
  readonly #extraction: Extraction;
  readonly #folder: OutputFolder;
  readonly #domain: string;
  readonly #files = new Map<string, string | undefined>();
  #missing = 0;

  /** `domain`: where the app's attachments lie. */
  constructor(extraction: Extraction, folder: OutputFolder, domain: string) {
    this.#extraction = extraction;
    this.#folder = folder;
    this.#domain = domain;
  }

  /** Copies an attachment; its file gets the time of the message. */
  async copy(attachment: Attachment, at: Date | undefined): Promise<void> {
    if (this.#files.has(attachment.guid)) return;
    const { backup } = this.#extraction;
    const entry = attachment.path === undefined ? undefined : backup.find(this.#domain, attachment.path);
    if (entry?.kind !== 'file') {
      this.#missing += 1;
      this.#files.set(attachment.guid, undefined);
      return;
    }
    const to = ['attachments', attachment.name];
    const written = await copyOut(this.#extraction, entry, this.#folder, to, {
      modified: at ?? entry.modified,
    });
    this.#files.set(attachment.guid, written?.path);
  }

  /** Where it was written, below the conversation's folder; undefined when it is not there. */
  fileOf(attachment: Attachment): string | undefined {
    return this.#files.get(attachment.guid);
  }

  tellMissing(): void {
    if (this.#missing === 0) return;
    this.#extraction.tell({
      type: 'left-out',
      name: 'attachments',
      reason: 'not-in-backup',
      count: this.#missing,
    });
  }
}
