/** The frame around every view, and words several views share. */
export const shell = {
  skip: 'Go to the content',
  tabs: { label: 'Main views', home: 'Phones', backups: 'Backups', icloud: 'iCloud', settings: 'Settings' },
  notFound: {
    lead: 'There is nothing at this address.',
    home: 'Go to your phones',
  },
  gone: {
    lead: 'Thaw itself does not answer.',
    about:
      'A backup that was running is kept as far as it got. Start Thaw again; this page comes back by itself if it can.',
    again: 'Trying again …',
  },
  noEntry: {
    lead: 'This page may not enter any more.',
    about:
      'Thaw was started anew since it was opened. Open it again from the terminal, or from the address it printed there.',
  },
  loading: 'One moment …',
  back: 'Back',
  cancel: 'Cancel',
  close: 'Close',
  again: 'Try again',
  virtual: 'virtual',
  trouble: 'Something went wrong',
  code: (code: string) => `Code: ${code}`,
  showPassword: 'Show the password',
};
