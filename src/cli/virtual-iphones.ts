import { PageError } from '../app/page-error.ts';
import type { VirtualIphones } from '../server/phones/phone-places.ts';
import type { OwnerStep } from '../virtual/owner-steps.ts';
import type { ScenarioInput } from '../virtual/scenario.ts';

/** What “try it with a virtual iPhone” begins with: some seconds of work, and nothing goes wrong. */
const USUAL: ScenarioInput = {
  name: 'A phone in good health',
  content: { seed: 1, files: 600, bytes: 60_000_000 },
};

/** What the owner does who is asked for a guided step, where the scenario has no other idea. */
const WILLING: ReadonlyMap<string, OwnerStep> = new Map([
  ['passcode', 'enter-passcode'],
  ['trust', 'tap-trust'],
  ['charge', 'plug-charger'],
]);

/** Virtual iPhones for the page's server, which may not know of them itself. */
export const virtualIphones: VirtualIphones = {
  async scenarios() {
    const { scenarioFiles } = await import('../lab/scenario-files.ts');
    const { readScenario } = await import('../virtual/read-scenario.ts');
    return await Promise.all(
      (await scenarioFiles()).map(async (file) => {
        const { name = '', description = '' } = await readScenario(file);
        return { id: idOf(file), name, description };
      }),
    );
  },

  async start(scenario, nth) {
    const [{ startVirtual }, { systemClock }, { fasterPhoneClock }, { ownerStepSchema }] = await Promise.all([
      import('../virtual/start.ts'),
      import('../kit/clock.ts'),
      import('../kit/faster-phone-clock.ts'),
      import('../virtual/owner-steps.ts'),
    ]);
    const wanted = scenario === undefined ? { ...USUAL, seed: nth } : await scenarioNamed(scenario);
    const virtual = await startVirtual(wanted);
    const { speed, owner } = virtual.phone.scenario;
    return {
      address: virtual.address,
      udids: virtual.phones.map(({ udid }) => udid),
      clock: speed === 1 ? systemClock : fasterPhoneClock(systemClock, speed),
      act: (udid, step) => {
        const phone = virtual.phones.find((each) => each.udid === udid);
        const own = owner.find(({ when }) => when === `asked:${step}`)?.do;
        const known = ownerStepSchema.safeParse(own ?? WILLING.get(step) ?? step);
        if (phone && known.success) phone.owner.act(known.data);
        return phone !== undefined && known.success;
      },
      [Symbol.asyncDispose]: () => virtual[Symbol.asyncDispose](),
    };
  },
};

/** One of those that come with Thaw; the page names no files. */
async function scenarioNamed(id: string): Promise<ScenarioInput> {
  const { scenarioFiles } = await import('../lab/scenario-files.ts');
  const { readScenario } = await import('../virtual/read-scenario.ts');
  const file = (await scenarioFiles()).find((each) => idOf(each) === id);
  if (file === undefined) throw new PageError('page.no-virtual', 'no such scenario');
  return await readScenario(file);
}

function idOf(file: string): string {
  return file.replace(/^.*[\\/]/, '').replace(/\.json$/, '');
}
