import { backUp } from './de/back-up.ts';
import { backups } from './de/backups.ts';
import { home } from './de/home.ts';
import { icloud } from './de/icloud.ts';
import { inside } from './de/inside.ts';
import { run } from './de/run.ts';
import { settings } from './de/settings.ts';
import { shell } from './de/shell.ts';
import { told } from './de/told.ts';
import type { Words } from './en.ts';

/** A sentence that is missing here is a type error. */
export const de: Words = { backUp, backups, home, icloud, inside, run, settings, shell, told };
