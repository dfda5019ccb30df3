/** What came of a piece of work on a backup. */
export const told = {
  lead: {
    done: {
      check: 'Everything was looked at.',
      verify: 'This backup is whole.',
      repair: 'This backup was seen to.',
      extract: 'It is in your folder.',
      watch: 'The watch is over.',
      password: 'The backup password is changed.',
      'bring-back': 'The earlier state is back.',
    },
    cancelled: 'Stopped.',
    damaged: 'This backup is damaged.',
    beyond: 'Part of this backup cannot be mended.',
    repair: 'Shall Thaw mend it like this?',
    overwrite: (name: string) => `Shall everything on “${name}” be overwritten?`,
    password: 'This backup is encrypted. Its password is needed.',
  },
  consent: {
    'overwrite-phone': 'This cannot be undone.',
    'replace-phone':
      'This cannot be undone. All that is on the iPhone and not in the backup will be deleted.',
    erase: {
      sentence: 'Shall everything on the iPhone be erased?',
      about: 'This cannot be undone. What is in the backup can be put back afterwards.',
    },
    reinstall: {
      sentence: 'Shall iOS be installed anew over itself?',
      about: 'What is on the iPhone normally stays; if it fails, all that is left is to erase it.',
    },
    'break-off-start': {
      sentence: 'Is it really stuck?',
      about:
        'The iPhone starts, or installs an update. Broken off in an update, it may not start any more. Only when neither the logo nor the bar below it has changed for an hour is it stuck.',
    },
  },
  /** What is typed to agree, for what the server wants to hear. */
  phrase: (_about: string, typed: string) => typed,
  verify: {
    sound: {
      content: (files: string, size: string) =>
        `Every one of ${files} files was read and is whole: ${size} in all.`,
      files: (files: string, size: string) =>
        `Every one of ${files} files is there with its size: ${size} in all.`,
      structure: 'Its files are in order as far as can be seen without the password.',
    },
    unsound: (count: number, shown: string) =>
      count === 1 ? 'One thing is not as it should be.' : `${shown} things are not as they should be.`,
    harmless: (count: number, shown: string) =>
      count === 1 ? 'And one thing that harms nothing.' : `And ${shown} things that harm nothing.`,
    more: (shown: string) => `… and ${shown} more.`,
    shallow: 'Contents were not read: that needs the password of this backup.',
  },
  repair: {
    plan: 'This is what Thaw would do',
    loses: (what: string) => `This is lost: ${what}`,
    beyond: 'This cannot be mended',
    nothing: 'Nothing needs mending.',
    done: 'It is mended. The state before is kept, and can be brought back.',
    broughtBack:
      'The earlier state is the backup again. What was there before is kept as a state of its own.',
    unchanged: 'Nothing was changed.',
  },
  extract: {
    done: (count: number, files: string, size: string) =>
      count === 1 ? `One file (${size}) was copied into` : `${files} files (${size}) were copied into`,
    unchanged: (count: number, shown: string) =>
      count === 1 ? 'One file was there already.' : `${shown} files were there already.`,
    failed: (count: number, shown: string) =>
      count === 1 ? 'One file could not be read:' : `${shown} files could not be read:`,
  },
  password: {
    on: 'Backups of this iPhone have a password from now on. Keep it well: without it nobody can open them.',
    off: 'Backups of this iPhone have no password any more. The next one is sent in full.',
  },
  fix: {
    done: 'That is done, and Thaw has seen it. Go back to your phones: what comes next stands there.',
    failed: 'That could not be done.',
    'not-done': 'Nobody did it in time. Begin again whenever you like.',
    'nothing-to-do': 'Nothing needs mending here.',
  },
  watch: { before: 'What was said before' },
  look: 'Look inside',
  toBackup: 'Go to the backup',
};
