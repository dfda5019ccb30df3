import { backUp } from './en/back-up.ts';
import { backups } from './en/backups.ts';
import { home } from './en/home.ts';
import { icloud } from './en/icloud.ts';
import { inside } from './en/inside.ts';
import { run } from './en/run.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { told } from './en/told.ts';

/** Every sentence of the page, one record a topic. Other languages have this very shape. */
export const en = { backUp, backups, home, icloud, inside, run, settings, shell, told };
export type Words = typeof en;
