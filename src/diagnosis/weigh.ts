import type { Evidence, RemedyResult } from '../kit/evidence.ts';
import type { Cause } from './cause.ts';
import { isLasting, topicOf } from './topics.ts';

/** What one piece of evidence says: a number of times for each cause, in their order, and how much of it counts. */
export interface Weighed {
  readonly evidence: Evidence;
  readonly times: readonly number[];
  readonly weight: number;
}

/** After a run got further by a remedy, what was seen before is about trouble that is over; it still makes its like more likely. */
const AFTER_A_CURE = 0.25;
/** A remedy that is not known to cure a cause may seem to: troubles also pass by themselves. */
const CURED_BY_CHANCE = 0.1;
/** Even a sure remedy fails now and then. */
const SUREST_CURE = 0.95;

/**
 * Weighs evidence against every cause. States count by their newest; whatever order the evidence comes in, the result
 * is the same to the last bit.
 */
export function weigh(evidence: readonly Evidence[], causes: readonly Cause[]): Weighed[] {
  const cures = evidence.filter((one) => one.kind === 'remedy.tried' && isHeadway(one.facts.result));
  return newestStates(inTime(evidence)).map((one) => ({
    evidence: one,
    times: causes.map((cause) => timesFor(one, cause)),
    weight: isLasting(one) ? 1 : AFTER_A_CURE ** cures.filter((cure) => cure.at >= one.at).length,
  }));
}

/** In the order of time; what happened at the same time in the order of its text, so that no order is left to chance. */
export function inTime(evidence: readonly Evidence[]): Evidence[] {
  return evidence
    .map((one) => ({ one, text: `${one.at} ${one.kind} ${one.source} ${canonical(one.facts)}` }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ one }) => one);
}

function canonical(facts: object): string {
  return JSON.stringify(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function newestStates(ordered: readonly Evidence[]): Evidence[] {
  const newest = new Map<string, Evidence>();
  for (const one of ordered) {
    const topic = topicOf(one);
    if (topic !== undefined) newest.set(topic, one);
  }
  return ordered.filter((one) => {
    const topic = topicOf(one);
    return topic === undefined || newest.get(topic) === one;
  });
}

function timesFor(evidence: Evidence, cause: Cause): number {
  if (evidence.kind === 'remedy.tried' && evidence.facts.cures !== undefined)
    return timesOfRemedy(evidence.facts.cures, cause.id, evidence.facts.result);
  return cause.signs.find((sign) => sign.fits(evidence))?.times ?? 1;
}

/** A remedy that did not help makes what it cures less likely, one after which the run got further makes it likelier; `*` stands for unknown causes. */
function timesOfRemedy(cures: Readonly<Record<string, number>>, cause: string, result: RemedyResult): number {
  const here = Math.min(SUREST_CURE, cures[cause] ?? 0);
  const elsewhere = Math.min(SUREST_CURE, cures['*'] ?? 0);
  if (result === 'no-effect') return (1 - here) / (1 - elsewhere);
  if (isHeadway(result)) return Math.max(CURED_BY_CHANCE, here) / Math.max(CURED_BY_CHANCE, elsewhere);
  return 1;
}

function isHeadway(result: RemedyResult): boolean {
  return result === 'helped' || result === 'went-on';
}
