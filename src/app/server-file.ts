import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { keepFile } from './keep-file.ts';
import { stateFolder } from './state-folder.ts';

const serverSchema = z.object({
  origin: z.string().regex(/^http:\/\/127\.0\.0\.1:\d{1,5}$/),
  bell: z.string().min(40),
});

/** Where the page's server is, and what it is rung with: for this person's next start of Thaw alone. */
export type ServerFile = z.infer<typeof serverSchema>;

/** Disposing takes the file away, unless a later server has written its own. */
export async function keepServerFile(server: ServerFile): Promise<AsyncDisposable> {
  const file = fileOfServer();
  await keepFile(file, JSON.stringify(server));
  return {
    async [Symbol.asyncDispose]() {
      if ((await readServerFile())?.bell === server.bell) await rm(file, { force: true });
    },
  };
}

/** Undefined where there is none; one that was killed may have left its file behind. */
export async function readServerFile(): Promise<ServerFile | undefined> {
  try {
    return serverSchema.parse(JSON.parse(await readFile(fileOfServer(), 'utf8')));
  } catch {
    return undefined;
  }
}

function fileOfServer(): string {
  return join(stateFolder(), 'server.json');
}
