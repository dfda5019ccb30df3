import { knownPrograms, MAC_UPDATER } from '../host/known-programs.ts';
import { lookAtService } from '../host/phone-service/look-at-service.ts';
import { programNames } from '../host/programs.ts';
import { phonesOnBus } from '../host/usb/on-bus.ts';
import { type Evidence, type EvidenceKind, isEvidenceOf } from '../kit/evidence.ts';
import type { Found } from './senses/sense.ts';

/** No phone is listed, or nobody is there to list any. */
const UNLISTED: ReadonlySet<string> = new Set([
  ...['mux.absent', 'mux.gone', 'mux.silent', 'mux.refused', 'phone.none', 'phone.absent', 'phone.gone'],
]);

export function isUnlisted(code: string): boolean {
  return UNLISTED.has(code);
}

/** What on this computer may keep a phone from being listed. Takes some seconds; what cannot be learned is left out. */
export async function whyUnlisted(signal: AbortSignal): Promise<readonly Found[]> {
  const looks = await Promise.allSettled([onTheBus(signal), programs(signal), service(signal)]);
  signal.throwIfAborted();
  return looks.flatMap((look) => (look.status === 'fulfilled' ? look.value : []));
}

const EXPLAINS: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>([
  'computer.mux-blind',
  'computer.driver',
  'computer.update-asked',
]);

/** True when something on this computer keeps the phone from being listed, so that it is not just unplugged. */
export function isAboutComputer(evidence: readonly Evidence[]): boolean {
  return evidence.some((one) => EXPLAINS.has(one.kind) || isServiceDown(one));
}

function isServiceDown(one: Evidence): boolean {
  return isEvidenceOf(one, 'computer.phone-service') && DOWN.has(one.facts.state);
}

const DOWN: ReadonlySet<string> = new Set(['missing', 'stopped', 'disabled']);

async function onTheBus(signal: AbortSignal): Promise<readonly Found[]> {
  const phones = await phonesOnBus(signal);
  const facts = { phonesOnBus: phones.length };
  return phones.length === 0 ? [] : [{ kind: 'computer.mux-blind', source: 'computer', facts }];
}

async function programs(signal: AbortSignal): Promise<readonly Found[]> {
  const running = await programNames(signal);
  const takers = knownPrograms(running).filter(({ role }) => role === 'takes');
  const found: Found[] = takers.map(({ name }) => ({
    kind: 'computer.program',
    source: 'computer',
    facts: { name, does: 'takes' },
  }));
  if (running.has(MAC_UPDATER))
    found.push({ kind: 'computer.update-asked', source: 'computer', facts: { program: MAC_UPDATER } });
  return found;
}

async function service(signal: AbortSignal): Promise<readonly Found[]> {
  const looked = await lookAtService(signal);
  if (!looked) return [];
  const { driverProblem, ...facts } = looked;
  const found: Found = { kind: 'computer.phone-service', source: 'computer', facts };
  if (driverProblem === undefined) return [found];
  return [found, { kind: 'computer.driver', source: 'computer', facts: { problem: driverProblem } }];
}
