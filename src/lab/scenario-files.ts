import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readScenario, ScenarioError } from '../virtual/read-scenario.ts';
import { type Scenario, scenarioSchema } from '../virtual/scenario.ts';

/** The scenarios that come with Thaw. */
const SCENARIOS = fileURLToPath(new URL('../../scenarios/', import.meta.url));

/** Paths of the scenario files that come with Thaw. */
export async function scenarioFiles(): Promise<string[]> {
  const found = (await readdir(SCENARIOS)).filter((name) => name.endsWith('.json'));
  return found.sort().map((name) => join(SCENARIOS, name));
}

/**
 * Those named: by path, or by the id (its file's name) or the name of one that comes with Thaw; all of these where none
 * is named. Rejects with `virtual.scenario` for a file that is none, and for a name that none has.
 */
export async function readScenarios(names: readonly string[]): Promise<Scenario[]> {
  if (names.length > 0) return await Promise.all(names.map(named));
  return await Promise.all((await scenarioFiles()).map(readFile));
}

async function named(name: string): Promise<Scenario> {
  if (name.endsWith('.json')) return await readFile(name);
  const files = await scenarioFiles();
  const file = files.find((each) => basename(each, '.json') === name);
  if (file !== undefined) return await readFile(file);
  const scenario = (await readScenarios([])).find((each) => each.name === name);
  if (scenario) return scenario;
  throw new ScenarioError(name, 'none that comes with Thaw has this id or name, and a path ends in .json.');
}

async function readFile(file: string): Promise<Scenario> {
  return scenarioSchema.parse(await readScenario(file));
}
