/** One thing a stuck-backup guide tells a person to suspect or to do. */
export interface Requirement {
  readonly text: string;
  /** What answers it: something to be recognised, something to be done, or both. */
  readonly needs: readonly ('cause' | 'remedy')[];
}

const cause = ['cause'] as const;
const remedy = ['remedy'] as const;
const both = ['cause', 'remedy'] as const;

/** Every row of docs/requirements.md by its stable id; causes, remedies and scenarios name the ones they answer. */
export const requirements = {
  A1: { text: 'talk between phone, computer and software breaks', needs: cause },
  A2: { text: 'a damaged file on the phone stops the backup', needs: cause },
  A3: { text: 'a glitch in iOS or its backup daemon', needs: cause },
  A4: { text: 'unstable USB', needs: cause },
  A5: { text: 'the computer starves the backup', needs: cause },
  A6: { text: 'bad cable, port or logic board', needs: cause },
  A7: { text: 'the phone overheats', needs: cause },
  A8: { text: 'reset the connection; restart and retry', needs: remedy },
  A9: { text: 'name what starves the computer, lower the rate', needs: remedy },
  A10: { text: 'locked phone, trust not given', needs: both },
  A11: { text: 'other port or cable, measured', needs: remedy },
  A12: { text: 'force restart', needs: remedy },
  A13: { text: 'corrupt backup settings or local metadata', needs: cause },
  A14: { text: 'start the backup from the computer', needs: remedy },
  A15: { text: 'iCloud Backup and local backup collide', needs: both },
  A16: { text: 'reset and restore', needs: remedy },
  B1: { text: 'stalled, percentage frozen or looping', needs: cause },
  B2: { text: 'slow or unstable internet', needs: cause },
  B3: { text: 'corrupt backup settings', needs: cause },
  B4: { text: 'not enough space', needs: cause },
  B5: { text: 'iOS too old for the computer, or the other way', needs: cause },
  B6: { text: 'bad port', needs: cause },
  B7: { text: 'unstable Wi-Fi', needs: cause },
  B9: { text: 'VPN or firewall in the way', needs: both },
  B11: { text: 'force restart, iPhone 7 and 7 Plus', needs: remedy },
  B12: { text: 'switch between iCloud and local backup', needs: remedy },
  B13: { text: 'free space', needs: remedy },
  B14: { text: 'driver or helper too old', needs: cause },
  B15: { text: 'which method fits this person', needs: remedy },
  B16: { text: 'fresh iCloud chain', needs: remedy },
  C1: { text: 'frozen, busy or bricked', needs: cause },
  C2: { text: 'reset the connection', needs: remedy },
  C3: { text: 'failing battery, weak power or logic board', needs: cause },
  C4: { text: 'corrupted backup files', needs: cause },
  C5: { text: 'security software in the way', needs: cause },
  C6: { text: 'computer’s software too old', needs: cause },
  C7: { text: 'micro-disconnects nobody sees', needs: cause },
  C8: { text: 'phone locks, computer sleeps, a dialog appears', needs: cause },
  C9: { text: 'weak power', needs: cause },
  C10: { text: 'loose connector', needs: cause },
  C11: { text: 'trust and passcode; Airplane Mode on and off', needs: both },
  C12: { text: 'force restart, iPhone 6s and earlier', needs: remedy },
  C13: { text: 'recovery mode, reinstall, DFU', needs: remedy },
  D1: { text: 'not enough space; free some', needs: both },
  D2: { text: 'delete old iCloud backups', needs: remedy },
  D3: { text: 'slow Wi-Fi; a stable one', needs: both },
  D4: { text: 'Low Power Mode', needs: both },
  D5: { text: 'leave it locked and charging', needs: remedy },
  D6: { text: 'restart phone and computer, retry', needs: remedy },
  D7: { text: 'update everything', needs: both },
  D8: { text: 'fresh chain, the old one set aside', needs: remedy },
  D9: { text: 'reset network settings', needs: remedy },
  D10: { text: 'encrypted local backup instead', needs: remedy },
  D11: { text: 'an outage at Apple', needs: both },
  D12: { text: 'corrupt local metadata', needs: cause },
} as const satisfies Readonly<Record<string, Requirement>>;

export type RequirementId = keyof typeof requirements;
