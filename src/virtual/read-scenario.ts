import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { messageOf, ThawError } from '../kit/errors.ts';
import { type ScenarioInput, scenarioSchema } from './scenario.ts';

/** Far more than any scenario needs. */
const MAX_BYTES = 4 * 1024 * 1024;

/** A scenario that is none; the message says where it goes wrong. */
export class ScenarioError extends ThawError<'virtual.scenario'> {
  constructor(file: string, reason: string, cause?: unknown) {
    super('virtual.scenario', `${file} is not a scenario: ${reason}`, { cause, facts: { file } });
  }
}

/** Reads a scenario from a file. Throws `ScenarioError` when it cannot be read, is not JSON, or not a scenario. */
export async function readScenario(file: string): Promise<ScenarioInput> {
  const document = await readJson(file);
  const parsed = scenarioSchema.safeParse(document);
  if (!parsed.success) throw new ScenarioError(file, z.prettifyError(parsed.error));
  return parsed.data;
}

/** The published schema of a scenario, as JSON Schema. */
export function scenarioJsonSchema(): object {
  return z.toJSONSchema(scenarioSchema, { io: 'input' });
}

async function readJson(file: string): Promise<unknown> {
  try {
    const bytes = await readFile(file);
    if (bytes.length > MAX_BYTES) throw new Error(`${bytes.length} bytes`);
    return JSON.parse(bytes.toString());
  } catch (error) {
    throw new ScenarioError(file, messageOf(error), error);
  }
}
