import type { icloud as english } from '../en/icloud.ts';

export const icloud: typeof english = {};
