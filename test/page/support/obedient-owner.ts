import type { Page } from 'playwright-core';
import type { OwnerStep } from '../../../src/virtual/owner-steps.ts';
import type { VirtualPhone } from '../../../src/virtual/phone.ts';
import type { OwnerRule } from '../../../src/virtual/scenario.ts';
import { until } from './until.ts';

/** What a person does with the phone when the page shows a step; by the step's id, or what the phone asks. */
const ACTS: Readonly<Record<string, OwnerStep>> = {
  passcode: 'enter-passcode',
  trust: 'tap-trust',
  unlock: 'unlock',
  charge: 'plug-charger',
  replug: 'replug',
  'other-cable': 'other-cable',
  'other-port': 'other-port',
  'delete-file': 'delete-file',
  'finish-setup': 'finish-setup',
  'force-restart': 'force-restart',
  'free-phone-space': 'free-phone-space',
};

/** What the phone shows meanwhile; when nobody sees to it in time it goes away, and comes back. */
const PROMPTS: Readonly<Record<string, 'passcode-prompt' | 'trust-prompt' | undefined>> = {
  passcode: 'passcode-prompt',
  trust: 'trust-prompt',
};

/** The phone's owner does nothing by themselves. */
export const WAITS_FOR_THE_PAGE: readonly OwnerRule[] = [
  { when: 'passcode-prompt', after: 1, do: 'nothing' },
  { when: 'trust-prompt', after: 1, do: 'nothing' },
  { when: 'unlock-after-boot', after: 1, do: 'nothing' },
];

/**
 * Follows a run on the page to its end and does what it asks, once it asks, and nothing else. Gives the outcome and what was asked.
 * Rejects when the page asks for something nobody knows how to do.
 */
export async function obey(
  page: Page,
  phone: VirtualPhone,
): Promise<{ readonly outcome: string; readonly asked: readonly string[] }> {
  const asked: string[] = [];
  for (let step = ''; ; ) {
    const again = PROMPTS[step];
    const { outcome, next } = await whenChanged(page, step, () => {
      if (again !== undefined && phone.owner.prompts.includes(again)) act(phone, step);
    });
    if (outcome !== null) return { outcome, asked };
    step = next;
    if (step === '') continue;
    asked.push(step);
    act(phone, step);
  }
}

function act({ owner }: VirtualPhone, step: string): void {
  const known = ACTS[step];
  if (known === undefined) throw new Error(`The page asks for ${step}, and nobody knows how.`);
  owner.act(known);
}

interface Shown {
  readonly outcome: string | null;
  /** '' while nothing is asked. */
  readonly next: string;
}

/** Resolves when the page asks for another step, for none, or shows the end. */
async function whenChanged(page: Page, step: string, meanwhile: () => void): Promise<Shown> {
  let shown: Shown = { outcome: null, next: step };
  await until('the page asks for something, or shows the end', async () => {
    meanwhile();
    const [outcome, next] = await Promise.all([shownAs(page, 'outcome'), shownAs(page, 'step')]);
    shown = { outcome, next: next ?? '' };
    return outcome !== null || shown.next !== step;
  });
  return shown;
}

async function shownAs(page: Page, name: string): Promise<string | null> {
  const all = await page
    .locator(`[data-${name}]`)
    .evaluateAll((elements, attribute) => elements.map((one) => one.getAttribute(attribute)), `data-${name}`);
  return all[0] ?? null;
}
