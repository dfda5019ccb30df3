import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readScenario } from '../virtual/read-scenario.ts';
import { type Scenario, scenarioSchema } from '../virtual/scenario.ts';

/** The scenarios that come with Thaw. */
export const SCENARIOS = fileURLToPath(new URL('../../scenarios/', import.meta.url));

/** Paths of scenario files: of those named, by path or by the name of one that comes with Thaw; of all, if none is. */
export async function scenarioFiles(names: readonly string[]): Promise<string[]> {
  if (names.length === 0) {
    const found = (await readdir(SCENARIOS)).filter((name) => name.endsWith('.json'));
    return found.sort().map((name) => join(SCENARIOS, name));
  }
  return names.map((name) => (/[/.]/.test(name) ? name : join(SCENARIOS, `${name}.json`)));
}

/** Rejects with `virtual.scenario` for a file that is none. */
export async function readScenarios(names: readonly string[]): Promise<Scenario[]> {
  const files = await scenarioFiles(names);
  return await Promise.all(files.map(async (file) => scenarioSchema.parse(await readScenario(file))));
}
