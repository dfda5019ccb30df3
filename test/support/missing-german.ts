import { pathToFileURL } from 'node:url';
import { wordsOfCodes } from '../../src/app/words.ts';
import { namesOfApples } from '../../src/archive/read/apps.ts';
import { causes as allCauses } from '../../src/diagnosis/causes.ts';
import { evidenceKinds } from '../../src/diagnosis/evidence-in-words.ts';
import { steps as allSteps } from '../../src/guide/steps.ts';
import { byConsent } from '../../src/remedies/by-consent.ts';
import { installSteps } from '../../src/remedies/install-words.ts';
import { remedies as allRemedies } from '../../src/remedies/remedies.ts';
import { checks } from '../../src/rescue/checks/checks.ts';
import { appNames } from '../../web/src/words/de/server/app-names.ts';
import { causes } from '../../web/src/words/de/server/causes.ts';
import { evidence } from '../../web/src/words/de/server/evidence.ts';
import { findings } from '../../web/src/words/de/server/findings.ts';
import { installs } from '../../web/src/words/de/server/installs.ts';
import { problems } from '../../web/src/words/de/server/problems.ts';
import { remedies } from '../../web/src/words/de/server/remedies.ts';
import { steps } from '../../web/src/words/de/server/steps.ts';

type Table = Readonly<Record<string, unknown>>;

const TABLES: readonly { readonly table: string; readonly ids: readonly string[]; readonly german: Table }[] =
  [
    { table: 'causes', ids: allCauses.map(({ id }) => id), german: causes },
    { table: 'evidence', ids: evidenceKinds, german: evidence },
    { table: 'steps', ids: allSteps.map(({ id }) => id), german: steps },
    // A remedy that is a guided step is told by that step.
    {
      table: 'remedies',
      ids: [...allRemedies, ...byConsent].map(({ id }) => id),
      german: { ...steps, ...remedies },
    },
    { table: 'steps of an installation', ids: installSteps, german: installs },
    { table: 'problems', ids: wordsOfCodes, german: problems },
    { table: 'apps', ids: [...new Set(namesOfApples)], german: appNames },
    { table: 'findings', ids: checks.map(({ id }) => id), german: findings },
  ];

/** What the server may say and no German table has, by table. */
export function missingGerman(): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    TABLES.map(({ table, ids, german }) => [table, ids.filter((id) => german[id] === undefined).toSorted()]),
  );
}

/** What a German table has and nobody says (any more). */
export function needlessGerman(): Readonly<Record<string, readonly string[]>> {
  const known = new Set(TABLES.flatMap(({ ids }) => ids));
  return Object.fromEntries(
    TABLES.map(({ table, german }) => [table, Object.keys(german).filter((id) => !known.has(id))]),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [table, ids] of Object.entries(missingGerman())) {
    console.log(`${table}: ${ids.length} missing${ids.map((id) => `\n  ${id}`).join('')}`);
  }
}
