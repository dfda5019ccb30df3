import type { backups as english } from '../en/backups.ts';

export const backups: typeof english = {};
