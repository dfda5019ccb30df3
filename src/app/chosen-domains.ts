import { appOfDomain, belongsTo } from '../archive/read/apps.ts';
import { ThawError } from '../kit/errors.ts';

const MAX_NAMED = 12;

/**
 * The domains that are meant by `wanted`: each a domain's name (or with `*`), an app's bundle id, or a well-known app's
 * name. Throws `usage` for one that means none of them, and names what there is.
 */
export function chosenDomains(wanted: readonly string[], domains: readonly string[]): string[] {
  const chosen = new Set<string>();
  for (const each of wanted) {
    const meant = domains.filter((domain) => isMeant(domain, each));
    if (meant.length === 0) throw noneMeant(each, domains);
    for (const domain of meant) chosen.add(domain);
  }
  return [...chosen];
}

function isMeant(domain: string, wanted: string): boolean {
  if (wanted.includes('*')) return patternOf(wanted).test(domain);
  if (domain.toLowerCase() === wanted.toLowerCase() || belongsTo(domain, wanted)) return true;
  return appOfDomain(domain).name.toLowerCase() === wanted.toLowerCase();
}

function patternOf(glob: string): RegExp {
  return new RegExp(`^${glob.split('*').map(RegExp.escape).join('.*')}$`, 'is');
}

function noneMeant(wanted: string, domains: readonly string[]): ThawError {
  const named = domains.slice(0, MAX_NAMED).join(', ');
  const more = domains.length > MAX_NAMED ? ` and ${domains.length - MAX_NAMED} more (see “thaw list”)` : '';
  const message = `Nothing in this backup is called “${wanted}”. It holds ${named}${more}.`;
  return new ThawError('usage', message, { facts: { message } });
}
