import { knownPrograms } from '../../host/known-programs.ts';
import { lookAtService } from '../../host/phone-service/look-at-service.ts';
import { programNames } from '../../host/programs.ts';
import type { Found } from '../senses/sense.ts';
import { type Check, type CheckResult, fine } from './check.ts';

/** Two programs that both serve phones disturb each other; one that backs the phone up or takes it keeps others out. */
export const programs: Check = {
  id: 'programs',
  title: 'other programs that serve phones',
  requirements: ['A1', 'C5'],
  async look(_context, signal) {
    const [running, service] = await Promise.all([programNames(signal), lookAtService(signal)]);
    const known = knownPrograms(running);
    const rival = service?.rival ?? (running.has('usbmuxd') ? rivalIn(known) : undefined);
    if (rival !== undefined) return twoAtOnce(service?.name ?? 'usbmuxd', rival);
    const [syncing] = known.filter(({ role }) => role === 'syncs');
    if (syncing)
      return {
        // It may be at work on another phone; the sync lock tells of this one.
        standing: 'note',
        sentence: `${syncing.name} is running. Only one program at a time can back this phone up.`,
        next: 'If it is at work on this phone, “thaw why” tells how it is getting on.',
        evidence: known.filter(({ role }) => role === 'syncs').map(({ name }) => seen(name, 'syncs')),
      };
    return fine('No other program that serves phones was seen.');
  },
};

function rivalIn(known: ReturnType<typeof knownPrograms>): string | undefined {
  return known.find(({ role }) => role === 'rivals')?.name;
}

function twoAtOnce(name: string, rival: string): CheckResult {
  const facts = { name, state: 'running', rival } as const;
  return {
    standing: 'note',
    sentence: `${rival} and ${name} are both running and disturb each other.`,
    next: 'End one of them.',
    evidence: [{ kind: 'computer.phone-service', source: 'computer', facts }],
  };
}

function seen(name: string, does: 'syncs' | 'takes'): Found {
  return { kind: 'computer.program', source: 'computer', facts: { name, does } };
}
