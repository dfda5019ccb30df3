import type { ProblemTold } from '../../server-words.ts';
import { archiveProblems } from './problems/archive.ts';
import { backupProblems } from './problems/backup.ts';
import { destinationProblems } from './problems/destination.ts';
import { pageProblems } from './problems/page.ts';
import { phoneProblems } from './problems/phone.ts';
import { recoveryProblems } from './problems/recovery.ts';
import { restoreProblems } from './problems/restore.ts';
import { wireProblems } from './problems/wire.ts';

/** By code; the English ones are in src/app/words/. */
export const problems: Readonly<Record<string, ProblemTold | undefined>> = {
  ...phoneProblems,
  ...backupProblems,
  ...destinationProblems,
  ...archiveProblems,
  ...pageProblems,
  ...restoreProblems,
  ...recoveryProblems,
  ...wireProblems,
};
