import type { StepFacts } from '../guide/guided-step.ts';
import { allowFolder } from '../guide/steps/allow-folder.ts';
import { chargeComputer } from '../guide/steps/charge-computer.ts';
import { endRivalService } from '../guide/steps/end-rival-service.ts';
import { fewerFiles } from '../guide/steps/fewer-files.ts';
import { givePhoneBack } from '../guide/steps/give-phone-back.ts';
import { installUpdate } from '../guide/steps/install-update.ts';
import { keepPortAwake } from '../guide/steps/keep-port-awake.ts';
import { mendDriver } from '../guide/steps/mend-driver.ts';
import { startPhoneService } from '../guide/steps/start-phone-service.ts';
import { withoutHub } from '../guide/steps/without-hub.ts';
import { isEvidenceOf } from '../kit/evidence.ts';
import { guided } from './guided.ts';
import type { Remedy } from './remedy.ts';
import { lastOf, type Situation } from './situation.ts';

/** The steps at the computer that are a remedy just as they stand. */
export const computerByHand: readonly Remedy[] = [
  guided(
    startPhoneService,
    { cures: { 'usbmuxd-missing': 0.9 }, cost: { seconds: 180, trouble: 4 } },
    serviceFacts,
  ),
  guided(
    endRivalService,
    { risk: 'interrupts', cures: { 'two-phone-services': 0.9 }, cost: { seconds: 120, trouble: 3 } },
    serviceFacts,
  ),
  guided(mendDriver, { cures: { 'phone-driver': 0.9 }, cost: { seconds: 600, trouble: 6 } }, (situation) => ({
    problem: lastOf(situation, 'computer.driver')?.problem,
  })),
  guided(
    givePhoneBack,
    { cures: { 'phone-taken': 0.9, 'usbmuxd-hung': 0.1 }, cost: { seconds: 120, trouble: 3 } },
    (situation) => ({ program: takerOf(situation) }),
  ),
  guided(installUpdate, { cures: { 'computer-update-asked': 0.9 }, cost: { seconds: 900, trouble: 6 } }),
  guided(
    allowFolder,
    {
      cures: { 'folder-guarded': 0.9 },
      cost: { seconds: 180, trouble: 4 },
      // Which switch it is, only the guard itself tells.
      may: (situation) => lastOf(situation, 'destination.guarded') !== undefined,
    },
    (situation) => ({ folder: situation.plan.destination, ...lastOf(situation, 'destination.guarded') }),
  ),
  guided(withoutHub, {
    risk: 'interrupts',
    cures: { 'bad-hub': 0.9, 'usb-power-saving': 0.2, 'weak-power': 0.3, 'bad-cable-or-port': 0.2 },
    cost: { seconds: 90, trouble: 2 },
    may: (situation) => (lastOf(situation, 'link.port')?.hubs ?? 0) > 0,
  }),
  guided(
    keepPortAwake,
    {
      risk: 'interrupts',
      cures: { 'usb-power-saving': 0.9 },
      cost: { seconds: 180, trouble: 4 },
      may: (situation) => lastOf(situation, 'link.port')?.savesPower === true,
    },
    portFacts,
  ),
  guided(
    chargeComputer,
    { cures: { 'computer-battery-low': 0.95 }, cost: { seconds: 60, trouble: 2 }, beside: true },
    (situation) => ({ percent: lastOf(situation, 'computer.power')?.percent }),
  ),
  guided(fewerFiles, {
    cures: { 'destination-out-of-files': 0.9 },
    cost: { seconds: 600, trouble: 5 },
  }),
];

function portFacts(situation: Situation): StepFacts {
  const port = lastOf(situation, 'link.port');
  return { port: port?.location, system: port?.savesPowerByDefault ? 'windows' : 'linux' };
}

function serviceFacts(situation: Situation): StepFacts {
  const service = lastOf(situation, 'computer.phone-service');
  if (situation.trouble.code === 'mux.permission') return { service: service?.name, state: 'forbidden' };
  return { service: service?.name, state: service?.state, mend: service?.mend, rival: service?.rival };
}

/** The program that may have taken the phone. */
function takerOf({ evidence }: Situation): string | undefined {
  const taker = evidence.findLast(
    (one) => isEvidenceOf(one, 'computer.program') && one.facts.does === 'takes',
  );
  return taker && isEvidenceOf(taker, 'computer.program') ? taker.facts.name : undefined;
}
