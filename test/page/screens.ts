import { mkdir } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ARCHIVE_SCREENS, openTheBackup } from './screens/archive-screens.ts';
import { RUN_SCREENS } from './screens/run-screens.ts';
import { everydayContacts, everydayMessages } from './support/everyday.ts';
import { homeWithBackup } from './support/home-with-backup.ts';
import { takeGermanPictures, takePictures } from './support/take-pictures.ts';
import { openThaw, type ThawPage } from './support/thaw-page.ts';

/**
 * Pictures of every view, for people to look at: `npm run screens`, or some of them: `npm run screens -- done home`.
 * `THAW_SCREENS=FOLDER` puts them elsewhere, `-- --german` takes them in German.
 */
const FOLDER = process.env['THAW_SCREENS'] ?? fileURLToPath(new URL('../../docs/screens', import.meta.url));
const asked = process.argv.slice(2);
const wanted = asked.filter((argument) => !argument.startsWith('-'));
const isWanted = ({ name }: { readonly name: string }): boolean =>
  wanted.length === 0 || wanted.includes(name);
const take = (thaw: ThawPage, name: string): Promise<void> =>
  asked.includes('--german')
    ? takeGermanPictures(thaw.page, FOLDER, name)
    : takePictures(thaw.page, FOLDER, name);

await mkdir(FOLDER, { recursive: true });

for (const screen of RUN_SCREENS.filter(isWanted)) {
  test(screen.name, async () => {
    await using thaw = await openThaw(screen.setting);
    await screen.go(thaw);
    await take(thaw, screen.name);
  });
}

if (ARCHIVE_SCREENS.some(isWanted)) {
  test('a backup and what is in it', async () => {
    await using made = await homeWithBackup({
      ...{ encrypt: true, times: 2 },
      apps: [everydayContacts, everydayMessages],
    });
    const phone = { name: 'Work iPhone', passcode: false };
    await using thaw = await openThaw({
      home: made.home,
      phones: [{ phone, content: { files: 40, bytes: 1_000_000 } }],
    });
    const backup = await openTheBackup(thaw);
    for (const { name, go } of ARCHIVE_SCREENS) {
      await go(thaw.page, backup);
      if (isWanted({ name })) await take(thaw, name);
    }
  });
}
