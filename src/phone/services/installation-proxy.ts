import { arrayIn, asDict, maybeStringIn, stringIn } from '../../wire/plist/access.ts';
import type { PlistDict } from '../../wire/plist/value.ts';
import { PhoneError } from '../errors.ts';
import type { Phone } from '../session.ts';

export interface InstalledApp {
  readonly bundleId: string;
  /** Those that were asked for and that the phone gives; newer iOS gives purchase data for few apps. */
  readonly attributes: PlistDict;
}

/** The apps on the phone that did not come with it. `attributes` names what to tell beside the bundle id. */
export async function browseApps(
  phone: Phone,
  attributes: readonly string[],
  signal: AbortSignal,
): Promise<InstalledApp[]> {
  await using connection = await phone.startPlistService('com.apple.mobile.installation_proxy', signal);
  await connection.send({
    Command: 'Browse',
    ClientOptions: {
      ApplicationType: 'User',
      ReturnAttributes: [...new Set(['CFBundleIdentifier', ...attributes])],
    },
  });
  const apps: InstalledApp[] = [];
  for (;;) {
    const page = await connection.receiveSoon(signal);
    const error = maybeStringIn(page, 'Error');
    if (error !== undefined) throw refused(error, maybeStringIn(page, 'ErrorDescription'));
    if (maybeStringIn(page, 'Status') === 'Complete') return apps;
    for (const app of arrayIn(page, 'CurrentList').map((entry) => asDict(entry, 'app'))) {
      apps.push({ bundleId: stringIn(app, 'CFBundleIdentifier'), attributes: app });
    }
  }
}

function refused(error: string, detail: string | undefined): PhoneError {
  return new PhoneError('phone.refused', `the phone does not list its apps: ${error}`, {
    facts: { service: 'installation_proxy', error, detail },
  });
}
