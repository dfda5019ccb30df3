import type { BackupEntry, OpenBackup } from '../../open-backup.ts';
import { ExtractError } from '../errors.ts';
import { copyOut, type Extraction, writeOut } from '../extraction.ts';
import { type Html, html } from '../output/html.ts';
import { durationInWords, localMinute } from '../output/local-time.ts';
import { mediaHtml, missingHtml } from '../output/media-html.ts';
import type { OutputFolder } from '../output/output-folder.ts';
import { PAGE_END, pageStart } from '../output/page.ts';
import { splitName } from '../output/safe-name.ts';
import { RECORDINGS, type Recording, recordingsOf } from './recording.ts';

interface Exported {
  readonly recording: Recording;
  readonly to: string | undefined;
}

const SOUND = /\.(?:m4a|qta|caf|mp3|wav|aifc?)$/i;

/** Writes recordings under their titles, in the folders they were put in. */
export async function exportVoiceMemos(extraction: Extraction): Promise<void> {
  const { backup, signal, tell } = extraction;
  const listed = await recordingsOf(backup, signal);
  const recordings = [...listed, ...unlisted(backup, new Set(listed.map(({ file }) => file)))];
  if (recordings.length === 0)
    throw new ExtractError('extract.none', 'no recordings', { facts: { kind: 'voice-memos' } });
  const out = extraction.out.within('Voice Memos');
  extraction.plan(recordings.length, 0);
  const exported: Exported[] = [];
  for (const recording of recordings) {
    signal.throwIfAborted();
    exported.push({ recording, to: await exportOne(extraction, out, recording) });
    extraction.advance(1, 0);
  }
  await writeOut(extraction, out, ['index.html'], page(exported));
  await writeOut(
    extraction,
    out,
    ['recordings.jsonl'],
    exported.map(({ recording, to }) => `${JSON.stringify({ ...recording, file: to ?? null })}\n`),
  );
  const inCloud = recordings.filter(({ file }) => file === undefined).length;
  const missing = exported.filter(({ to }) => to === undefined).length - inCloud;
  tell({ type: 'counted', what: 'recordings', count: recordings.length - inCloud - missing });
  if (inCloud > 0) tell({ type: 'left-out', name: 'recordings', reason: 'only-in-icloud', count: inCloud });
  if (missing > 0) tell({ type: 'left-out', name: 'recordings', reason: 'not-in-backup', count: missing });
}

/** Files that no list names, as after a list was lost: their own name is the best there is. */
function* unlisted(backup: OpenBackup, known: ReadonlySet<string | undefined>): Generator<Recording> {
  for (const { domain, folder } of RECORDINGS) {
    for (const { kind, relativePath, modified } of backup.entries({ domain, pathGlob: `${folder}/*` })) {
      const file = relativePath.slice(folder.length + 1);
      if (kind !== 'file' || file.includes('/') || !SOUND.test(file) || known.has(file)) continue;
      yield {
        title: splitName(file).stem,
        at: modified,
        seconds: 0,
        file,
        folder: undefined,
        isDeleted: false,
      };
    }
  }
}

async function exportOne(
  extraction: Extraction,
  out: OutputFolder,
  recording: Recording,
): Promise<string | undefined> {
  const { file, at, title, folder, isDeleted } = recording;
  const entry = file === undefined ? undefined : findRecording(extraction.backup, file);
  if (!entry || file === undefined) return undefined;
  const time = at ? `${localMinute(at).replace(':', '.')} ` : '';
  const name = `${time}${title}${splitName(file).extension}`;
  const folders = isDeleted ? ['Recently Deleted'] : folder === undefined ? [] : [folder];
  return (await copyOut(extraction, entry, out, [...folders, name], { modified: at ?? entry.modified }))
    ?.path;
}

function findRecording(backup: OpenBackup, file: string): BackupEntry | undefined {
  for (const { domain, folder } of RECORDINGS) {
    const entry = backup.find(domain, `${folder}/${file}`);
    if (entry?.kind === 'file') return entry;
  }
  return undefined;
}

function* page(exported: readonly Exported[]): Generator<string> {
  yield pageStart('Voice Memos', html`<p>${exported.length.toLocaleString('en')} recordings</p>`);
  yield '<ul class="plain">\n';
  for (const each of exported) yield line(each).value;
  yield `</ul>\n${PAGE_END}`;
}

function line({ recording: { title, at, seconds, file }, to }: Exported): Html {
  const missing = missingHtml(title, file === undefined ? 'only in iCloud' : 'not in this backup');
  const facts = [at && localMinute(at), seconds > 0 ? durationInWords(seconds) : undefined].filter(
    (fact) => fact !== undefined,
  );
  return html`<li><strong>${title}</strong> <span class="soft">${facts.join(' · ')}</span><div>${to === undefined ? missing : mediaHtml(to, title)}</div></li>\n`;
}
