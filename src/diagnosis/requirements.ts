/** One thing a stuck-backup guide tells a person to suspect or to do. */
export interface Requirement {
  readonly text: string;
  /** What answers it: something to be recognised, something to be done, or both. */
  readonly needs: readonly ('cause' | 'remedy')[];
  /** `later`: it lies with the network, iCloud, the operating system or the recovery modes, which have no rooms yet. */
  readonly scope: 'now' | 'later';
}

const cause = ['cause'] as const;
const remedy = ['remedy'] as const;
const both = ['cause', 'remedy'] as const;

/** Every row of docs/requirements.md by its stable id; causes, remedies and scenarios name the ones they answer. */
export const requirements = {
  A1: { text: 'talk between phone, computer and software breaks', needs: cause, scope: 'now' },
  A2: { text: 'a damaged file on the phone stops the backup', needs: cause, scope: 'now' },
  A3: { text: 'a glitch in iOS or its backup daemon', needs: cause, scope: 'now' },
  A4: { text: 'unstable USB', needs: cause, scope: 'now' },
  A5: { text: 'the computer starves the backup', needs: cause, scope: 'now' },
  A6: { text: 'bad cable, port or logic board', needs: cause, scope: 'now' },
  A7: { text: 'the phone overheats', needs: cause, scope: 'now' },
  A8: { text: 'reset the connection; restart and retry', needs: remedy, scope: 'now' },
  A9: { text: 'name what starves the computer, lower the rate', needs: remedy, scope: 'now' },
  A10: { text: 'locked phone, trust not given', needs: both, scope: 'now' },
  A11: { text: 'other port or cable, measured', needs: remedy, scope: 'now' },
  A12: { text: 'force restart', needs: remedy, scope: 'now' },
  A13: { text: 'corrupt backup settings or local metadata', needs: cause, scope: 'now' },
  A14: { text: 'start the backup from the computer', needs: remedy, scope: 'now' },
  A15: { text: 'iCloud Backup and local backup collide', needs: both, scope: 'now' },
  A16: { text: 'reset and restore', needs: remedy, scope: 'now' },
  B1: { text: 'stalled, percentage frozen or looping', needs: cause, scope: 'now' },
  B2: { text: 'slow or unstable internet', needs: cause, scope: 'now' },
  B3: { text: 'corrupt backup settings', needs: cause, scope: 'now' },
  B4: { text: 'not enough space', needs: cause, scope: 'now' },
  B5: { text: 'iOS too old for the computer, or the other way', needs: cause, scope: 'now' },
  B6: { text: 'bad port', needs: cause, scope: 'now' },
  B7: { text: 'unstable Wi-Fi', needs: cause, scope: 'now' },
  B9: { text: 'VPN or firewall in the way', needs: both, scope: 'now' },
  B11: { text: 'force restart, iPhone 7 and 7 Plus', needs: remedy, scope: 'now' },
  B12: { text: 'switch between iCloud and local backup', needs: remedy, scope: 'now' },
  B13: { text: 'free space', needs: remedy, scope: 'now' },
  B14: { text: 'driver or helper too old', needs: cause, scope: 'now' },
  B15: { text: 'which method fits this person', needs: remedy, scope: 'now' },
  B16: { text: 'fresh iCloud chain', needs: remedy, scope: 'now' },
  C1: { text: 'frozen, busy or bricked', needs: cause, scope: 'now' },
  C2: { text: 'reset the connection', needs: remedy, scope: 'now' },
  C3: { text: 'failing battery, weak power or logic board', needs: cause, scope: 'now' },
  C4: { text: 'corrupted backup files', needs: cause, scope: 'now' },
  C5: { text: 'security software in the way', needs: cause, scope: 'now' },
  C6: { text: 'computer’s software too old', needs: cause, scope: 'now' },
  C7: { text: 'micro-disconnects nobody sees', needs: cause, scope: 'now' },
  C8: { text: 'phone locks, computer sleeps, a dialog appears', needs: cause, scope: 'now' },
  C9: { text: 'weak power', needs: cause, scope: 'now' },
  C10: { text: 'loose connector', needs: cause, scope: 'now' },
  C11: { text: 'trust and passcode; Airplane Mode on and off', needs: both, scope: 'now' },
  C12: { text: 'force restart, iPhone 6s and earlier', needs: remedy, scope: 'now' },
  C13: { text: 'recovery mode, reinstall, DFU', needs: remedy, scope: 'now' },
  D1: { text: 'not enough space; free some', needs: both, scope: 'now' },
  D2: { text: 'delete old iCloud backups', needs: remedy, scope: 'now' },
  D3: { text: 'slow Wi-Fi; a stable one', needs: both, scope: 'now' },
  D4: { text: 'Low Power Mode', needs: both, scope: 'now' },
  D5: { text: 'leave it locked and charging', needs: remedy, scope: 'now' },
  D6: { text: 'restart phone and computer, retry', needs: remedy, scope: 'now' },
  D7: { text: 'update everything', needs: both, scope: 'now' },
  D8: { text: 'fresh chain, the old one set aside', needs: remedy, scope: 'now' },
  D9: { text: 'reset network settings', needs: remedy, scope: 'now' },
  D10: { text: 'encrypted local backup instead', needs: remedy, scope: 'now' },
  D11: { text: 'an outage at Apple', needs: both, scope: 'now' },
  D12: { text: 'corrupt local metadata', needs: cause, scope: 'now' },
} as const satisfies Readonly<Record<string, Requirement>>;

export type RequirementId = keyof typeof requirements;
