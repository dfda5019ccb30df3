/** What a repair says without a figure or a name. */
export type PlainRepairSaying =
  | 'files-of-entries'
  | 'changes-since'
  | 'info-missing'
  | 'info-other-phone'
  | 'info-rebuilt'
  | 'info-from-phone'
  | 'info-without-apps'
  | 'apps-left-empty'
  | 'newest-copy'
  | 'icons'
  | 'cut-moving'
  | 'cut-before-complete'
  | 'snapshot-left'
  | 'cut-tidying'
  | 'cut-at-end'
  | 'back-to-before'
  | 'empty-folders-removed'
  | 'back-up-or-salvage'
  | 'only-list-tells'
  | 'repair-with-password'
  | 'list-missing'
  | 'list-of-another-state'
  | 'encrypted'
  | 'copy'
  | 'unreadable-entries'
  | 'nothing-readable'
  | 'salvage-nameless'
  | 'password-wrong'
  | 'password-needed'
  | 'log-written-in'
  | 'log-set-aside'
  | 'manifest-missing'
  | 'manifest-unreadable'
  | 'manifest-other-phone'
  | 'keys-damaged'
  | 'manifest-of-another-list'
  | 'manifest-rebuilt'
  | 'accessories'
  | 'keys-lost'
  | 'find-copy'
  | 'list-missing-too'
  | 'salvage-here'
  | 'list-cut'
  | 'list-without-missing'
  | 'names-after-cut'
  | 'folder-keeps-name'
  | 'status-missing'
  | 'status-copy'
  | 'status-rebuilt'
  | 'cut-commit'
  | 'commit-completed'
  | 'cut-run'
  | 'received-set-aside'
  | 'head-start';

/** One thing a repair has to say, before it is put into the words of a language. */
export type RepairSaying =
  | { readonly code: PlainRepairSaying }
  | {
      readonly code:
        | 'changed-by-program'
        | 'sizes-written'
        | 'files-brought-back'
        | 'files-set-aside'
        | 'files-gone'
        | 'files-missing'
        | 'contents-damaged'
        | 'changed-but-whole'
        | 'taken-as-they-are'
        | 'moving-completed'
        | 'rest-set-aside'
        | 'cut-run-files'
        | 'first-run-nameless'
        | 'older-entries'
        | 'orphans'
        | 'orphans-set-aside';
      readonly files: number;
    }
  | {
      readonly code: 'entries-wrong' | 'entries-put-right' | 'entries-taken-out' | 'list-rebuilt';
      readonly entries: number;
    }
  /** `how`: what SQLite says, or the header shows. */
  | { readonly code: 'list-damaged'; readonly how: string }
  /** ISO, without the time. */
  | { readonly code: 'copy-of-day' | 'fitting-copy-of-day'; readonly day: string }
  | { readonly code: 'left-beside'; readonly names: readonly string[] }
  | { readonly code: 'folder-of-another-name'; readonly folder: string; readonly udid: string }
  | { readonly code: 'rename-folder'; readonly udid: string };

/** What a repair found and would do. */
export interface MendSaid {
  readonly finds: readonly RepairSaying[];
  readonly changes: readonly RepairSaying[];
  /** None when nothing is lost. */
  readonly loses: readonly RepairSaying[];
}

/** What a repair found and cannot put right. */
export interface BeyondSaid {
  readonly finds: readonly RepairSaying[];
  readonly why: RepairSaying;
  readonly next: RepairSaying;
}
