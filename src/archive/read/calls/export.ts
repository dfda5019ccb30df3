import { People } from '../contacts/people.ts';
import { AppDatabase } from '../database/app-database.ts';
import { ExtractError } from '../errors.ts';
import { type Extraction, untilDamage, writeOut } from '../extraction.ts';
import { CSV_START, csvLine } from '../output/csv.ts';
import { type Html, html } from '../output/html.ts';
import { durationInWords, localMinute } from '../output/local-time.ts';
import { PAGE_END, pageStart } from '../output/page.ts';
import type { Call } from './call.ts';
import { CALL_LISTS, callsOf } from './call-list.ts';

/** Writes the call list as a table for spreadsheets, as JSON lines, and as a page. */
export async function exportCalls(extraction: Extraction): Promise<void> {
  const { backup, signal } = extraction;
  const people = await People.of(backup, signal);
  const calls = await allCalls(extraction, people);
  if (calls === undefined) throw noCalls(extraction);
  const out = extraction.out.within('Calls');
  await writeOut(extraction, out, ['calls.csv'], table(calls));
  await writeOut(
    extraction,
    out,
    ['calls.jsonl'],
    calls.map((call) => `${JSON.stringify(call)}\n`),
  );
  await writeOut(extraction, out, ['index.html'], page(calls));
  extraction.tell({ type: 'counted', what: 'calls', count: calls.length });
}

/** A phone keeps about a thousand. One call may stand in two lists. */
async function allCalls(extraction: Extraction, people: People): Promise<Call[] | undefined> {
  const { backup, signal } = extraction;
  const calls: Call[] = [];
  const known = new Set<string>();
  let found = false;
  for (const { domain, path } of CALL_LISTS) {
    await using opened = await backup.openDatabase(domain, path, signal);
    if (!opened) continue;
    found = true;
    for (const call of untilDamage(
      extraction,
      'rest of the call list',
      callsOf(new AppDatabase(opened.database)),
    )) {
      const key = call.id ?? `${call.at?.getTime()} ${call.addresses.join()}`;
      if (known.has(key)) continue;
      known.add(key);
      const names = call.addresses.map((address) => people.nameOf(address) ?? call.name ?? address);
      calls.push({ ...call, name: [...new Set(names)].join(', ') || call.name });
    }
  }
  return found
    ? calls.sort((one, other) => (other.at?.getTime() ?? 0) - (one.at?.getTime() ?? 0))
    : undefined;
}

function noCalls({ backup, tell }: Extraction): ExtractError {
  if (!backup.encrypted)
    tell({ type: 'left-out', name: 'call list', reason: 'needs-encrypted-backup', count: 1 });
  return new ExtractError('extract.none', 'no calls', { facts: { kind: 'calls' } });
}

function* table(calls: readonly Call[]): Generator<string> {
  yield CSV_START;
  yield csvLine(['Date', 'Direction', 'Outcome', 'Seconds', 'Name', 'Number', 'Service', 'Place']);
  for (const call of calls) {
    const { at, direction, outcome, seconds, name, addresses, service, place } = call;
    yield csvLine([at, direction, outcome, Math.round(seconds), name, addresses.join(' '), service, place]);
  }
}

function* page(calls: readonly Call[]): Generator<string> {
  yield pageStart('Calls', html`<p>${calls.length.toLocaleString('en')} calls, the latest first</p>`);
  yield '<div class="wide"><table>\n<tr><th>When</th><th>Who</th><th>How</th></tr>\n';
  for (const call of calls) yield line(call).value;
  yield `</table></div>\n${PAGE_END}`;
}

function line({ at, name, addresses, direction, outcome, seconds, service, place }: Call): Html {
  const how =
    outcome === 'connected'
      ? durationInWords(seconds)
      : direction === 'incoming'
        ? 'missed or refused'
        : 'not answered';
  const number = addresses.filter((address) => address !== name).join(', ');
  return html`<tr><td>${at ? localMinute(at) : undefined}</td><td>${name ?? 'Unknown'}<div class="soft">${number}${place === undefined ? '' : ` · ${place}`}</div></td><td>${direction}, ${how}<div class="soft">${service}</div></td></tr>\n`;
}
