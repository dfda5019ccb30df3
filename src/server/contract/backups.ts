import { z } from 'zod';
import type { Problem } from './problem.ts';

/** A backup found on this computer. */
export interface BackupCard {
  /** Opaque; the same for the same folder as long as the server runs, and again after it. */
  readonly id: string;
  readonly path: string;
  readonly udid: string;
  /** `thaw`: where Thaw puts them. `apple`: where Finder and iTunes do. `folder`: one the person named. `virtual`: of virtual iPhones. */
  readonly place: 'thaw' | 'apple' | 'folder' | 'virtual';
  readonly phoneName: string | null;
  readonly model: string | null;
  readonly productType: string | null;
  readonly iosVersion: string | null;
  readonly at: string | null;
  readonly bytes: number | null;
  readonly files: number | null;
  readonly encrypted: boolean;
  /** Null: never, as far as Thaw knows. */
  readonly verified: { readonly at: string; readonly depth: string; readonly sound: boolean } | null;
  /** `whole`: the phone said it was done. `unfinished`: some program was cut. `damaged`: its metadata cannot be read. */
  readonly state: 'whole' | 'unfinished' | 'damaged';
  /** Earlier states that can be brought back. */
  readonly generations: number;
  /** Opened in this server; a plain backup is always. */
  readonly open: boolean;
  /** What runs on it now. */
  readonly run: string | null;
}

/** GET /api/backups */
export interface BackupsAnswer {
  readonly backups: readonly BackupCard[];
  /** Places that cannot be looked into, as Finder's without Full Disk Access: there may be more. */
  readonly unseen: readonly { readonly path: string; readonly problem: Problem }[];
}

/** POST /api/backups/folders: also look here. */
export const addFolderSchema = z.strictObject({ path: z.string().min(1).max(4096) });

/** POST /api/backups/:id/unlock; the keys stay in the server's memory until POST …/close, or half an hour of rest. */
export const unlockSchema = z.strictObject({ password: z.string().min(1).max(1024) });
export type Unlock = z.infer<typeof unlockSchema>;

/** GET /api/backups/:id/history */
export interface HistoryAnswer {
  readonly generations: readonly {
    readonly number: number;
    readonly state: 'current' | 'earlier' | 'lost';
    readonly at: string;
    readonly added: number | null;
    readonly replaced: number | null;
    readonly removed: number | null;
    readonly keptBytes: number;
  }[];
}

/** POST /api/backups/:id/preflight: what stands in the way of a restore on to that phone; nothing is changed. */
export const preflightSchema = z.strictObject({
  udid: z.string().min(8).max(64),
  generation: z.int().positive().optional(),
});

export interface PreflightAnswer {
  /** In the order in which they are best seen to; none when all is clear. */
  readonly problems: readonly Problem[];
}
