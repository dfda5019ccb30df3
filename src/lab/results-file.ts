import { appendFile, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { systemCodeOf } from '../kit/errors.ts';
import { clientNames } from './client.ts';
import type { LabResult } from './judge.ts';

/** The file is the lab's own, but a lab that was killed cuts its last line. */
const lineSchema = z.looseObject({
  scenario: z.string(),
  client: z.enum(clientNames),
  outcome: z.string(),
  because: z.array(z.string()),
  seconds: z.number(),
});

/** The results a file holds, a JSON line each; none where there is no such file. */
export async function readResults(file: string): Promise<LabResult[]> {
  const text = await readFile(file, 'utf8').catch((thrown: unknown) => {
    if (systemCodeOf(thrown) === 'ENOENT') return '';
    throw thrown;
  });
  return text.split('\n').flatMap((line) => resultOf(line) ?? []);
}

/** Adds one, as soon as it is there. */
export async function keepResult(file: string, result: LabResult): Promise<void> {
  await appendFile(file, `${JSON.stringify(result)}\n`);
}

function resultOf(line: string): LabResult | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isResult(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isResult(value: unknown): value is LabResult {
  return lineSchema.safeParse(value).success;
}
