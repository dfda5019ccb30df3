import type { PlainRepairSaying, RepairSaying } from './saying.ts';

const PLAIN: Readonly<Record<PlainRepairSaying, string>> = {
  'files-of-entries': 'The files of those that are taken out; what lies here of them is set aside.',
  'changes-since': 'What changed in the files brought back since that earlier state.',
  'info-missing': 'Info.plist, by which programs know a backup, is missing or cannot be read.',
  'info-other-phone': 'Info.plist is of another phone.',
  'info-rebuilt': 'Writes it again from what is known of the phone.',
  'info-from-phone':
    'Writes it again: what the backup itself tells, and the rest from the iPhone, which is connected.',
  'info-without-apps':
    'Info.plist has no list of apps. idevicebackup2 restores no such backup unless it is told to skip apps.',
  'apps-left-empty': 'Adds an empty one.',
  'newest-copy': 'Puts back the newest copy that Thaw kept.',
  icons: 'The icons of apps, and what some programs note of the music library.',
  'cut-moving': 'The last run was cut while its files were being put into place.',
  'cut-before-complete': 'The last run was cut before it was complete.',
  'snapshot-left': 'A folder of an earlier run that was cut is still there (Snapshot).',
  'cut-tidying': 'The last run was cut while it tidied up.',
  'cut-at-end': 'The last run was cut, at its very end.',
  'back-to-before': 'Makes the backup the one before that run.',
  'empty-folders-removed': 'Removes what is left of it, empty folders.',
  'back-up-or-salvage':
    'Back up again: Thaw goes on where the phone still can. To get at what is here, use “thaw salvage”.',
  'only-list-tells': 'Whether it had sent everything only its list of files can tell, which is encrypted.',
  'repair-with-password': 'Repair again with the password of this backup.',
  'list-missing': 'The list of files (Manifest.db) is missing.',
  'list-of-another-state': 'The list of files is of another state of the backup than the files.',
  encrypted: 'This backup is encrypted.',
  copy: 'Puts back the copy that Thaw kept.',
  'unreadable-entries':
    'Files whose entries cannot be read are set aside: without an entry the phone does not take them.',
  'nothing-readable': 'Nothing in it can be read any more, and no copy of it was found.',
  'salvage-nameless': 'To get at the files that can be known without it, use “thaw salvage”.',
  'password-wrong':
    'The password does not open it. (It is neither the passcode nor the password of the Apple Account.)',
  'password-needed': 'Without its password the list of files and the files themselves cannot be checked.',
  'log-written-in': 'Writes the changes that are in them into the list of files, and sets them aside.',
  'log-set-aside': 'Sets them aside: the list of files fits the backup without them.',
  'manifest-missing': 'Manifest.plist, which describes the backup, is missing or empty.',
  'manifest-unreadable': 'Manifest.plist, which describes the backup, cannot be read.',
  'manifest-other-phone': 'Manifest.plist is of another phone.',
  'keys-damaged': 'Manifest.plist says that the backup is encrypted, but its keys are damaged.',
  'manifest-of-another-list': 'Manifest.plist is not of this list of files.',
  'manifest-rebuilt':
    'Writes it again: the backup is not encrypted, and what else it says is in Info.plist and the list of files.',
  accessories: 'What the phone had noted in it about accessories and accessibility settings.',
  'keys-lost':
    'The backup is encrypted and this file held its keys; no copy of it was found. Without the keys nobody can open its files, with the password neither: they are lost.',
  'find-copy':
    'If this folder was ever copied (another disk, a Time Machine or NAS copy), put the Manifest.plist of that copy here and repair again. Otherwise make a new backup.',
  'list-missing-too': 'The list of files is missing as well, and no copy of either was found.',
  'salvage-here': 'To get at what is here, use “thaw salvage”.',
  'list-cut': 'The list of files (Manifest.mbdb) breaks off, or makes no sense from some point on.',
  'list-without-missing':
    'Writes the list again without what is not there, so that the phone accepts the rest.',
  'names-after-cut': 'What the list named after that point: its files stay where they are, without a name.',
  'folder-keeps-name': 'A repair that can be undone leaves the folder its name.',
  'status-missing': 'Status.plist, which says how far the backup came, is missing or cannot be read.',
  'status-copy': 'Puts back the copy that Thaw kept of it.',
  'status-rebuilt': 'Writes it again. What the backup really holds is checked against its list of files.',
  'cut-commit': 'Thaw itself was interrupted while it put a backup in place.',
  'commit-completed': 'Completes that first, as any further run would. Nothing is lost. Then looks again.',
  'cut-run': 'A run of Thaw over this backup was cut, and could be gone on with.',
  'received-set-aside': 'Sets aside what it received: it does not fit the repaired backup.',
  'head-start': 'The head start of the next run: the phone sends that part again.',
};

/** What a repair says, in English. */
export function repairInWords(saying: RepairSaying): string {
  switch (saying.code) {
    case 'changed-by-program':
      return `${files(saying)} ${is(saying)} whole, but not as long as the list of files says: another program changed ${them(saying)}.`;
    case 'sizes-written':
      return `Writes the size ${verb(saying, 'it has', 'they have')} now into the list.`;
    case 'files-brought-back':
      return `Brings ${files(saying)} back as an earlier state had them.`;
    case 'files-set-aside':
      return `${files(saying)}; what is left of them is set aside.`;
    case 'files-gone':
      return `${files(saying)}.`;
    case 'files-missing':
      return `${files(saying)} ${is(saying)} missing or not as long as the list of files says.`;
    case 'contents-damaged':
      return `The contents of ${files(saying)} are damaged.`;
    case 'changed-but-whole':
      return `${files(saying)} ${verb(saying, 'was', 'were')} changed since the backup, but ${is(saying)} whole by ${verb(saying, 'its', 'their')} own account.`;
    case 'taken-as-they-are':
      return `Takes ${them(saying)} as ${verb(saying, 'it is', 'they are')}.`;
    case 'moving-completed':
      return `Puts the remaining ${files(saying)} and its list of files into place: the backup is then the one that run was making.`;
    case 'rest-set-aside':
      return `Sets the rest of it aside, ${files(saying)}.`;
    case 'cut-run-files':
      return `${files(saying)} of the run that was cut are set aside: the phone sends them again.`;
    case 'first-run-nameless':
      return `It was the first one, and the phone sends the list of files last: ${files(saying)} lie here without their names.`;
    case 'older-entries':
      return `Entries of ${files(saying)} come from an older copy.`;
    case 'orphans':
      return `${files(saying)} ${verb(saying, 'belongs', 'belong')} to no entry in the list of files.`;
    case 'orphans-set-aside':
      return `Sets ${them(saying)} aside. (“thaw salvage” brings out what can be known of such files.)`;
    case 'entries-wrong':
      return `${entries(saying)} in the list of files cannot be right.`;
    case 'entries-put-right':
      return `Puts ${entries(saying)} right from the rest of what they say.`;
    case 'entries-taken-out':
      return `Takes ${entries(saying)} out of the list, so that the phone accepts the others.`;
    case 'list-rebuilt':
      return `Writes a new one with the ${entries(saying)} that can be read in it.`;
    case 'list-damaged':
      return `The list of files (Manifest.db) is damaged: ${saying.how}.`;
    case 'copy-of-day':
      return `Puts back the copy that Thaw kept on ${saying.day}.`;
    case 'fitting-copy-of-day':
      return `Puts back the copy that Thaw kept on ${saying.day}, which fits the files.`;
    case 'left-beside':
      return `Another program left ${saying.names.join(' and ')} beside the list of files: the phone does not read them.`;
    case 'folder-of-another-name':
      return `The folder is called ${saying.folder}, but the backup in it is of the phone ${saying.udid}.`;
    case 'rename-folder':
      return `If this is the backup you want, rename the folder to ${saying.udid}: then programs find it again.`;
    default:
      return PLAIN[saying.code];
  }
}

interface Files {
  readonly files: number;
}

function files({ files: count }: Files): string {
  return counted(count, 'file', 'files');
}

function entries({ entries: count }: { readonly entries: number }): string {
  return counted(count, 'entry', 'entries');
}

function counted(count: number, one: string, more: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : more}`;
}

function verb({ files: count }: Files, one: string, more: string): string {
  return count === 1 ? one : more;
}

function is(count: Files): string {
  return verb(count, 'is', 'are');
}

function them(count: Files): string {
  return verb(count, 'it', 'them');
}
