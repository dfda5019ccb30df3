import { maybeDataIn } from '../../wire/plist/access.ts';
import type { Phone } from '../session.ts';

/** The icons of apps, PNG, by bundle id; apps without one are left out. */
export async function appIcons(
  phone: Phone,
  bundleIds: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, Uint8Array>> {
  await using connection = await phone.startPlistService('com.apple.springboardservices', signal);
  const icons = new Map<string, Uint8Array>();
  for (const bundleId of bundleIds) {
    const answer = await connection.ask({ command: 'getIconPNGData', bundleId }, signal);
    const icon = maybeDataIn(answer, 'pngData');
    if (icon) icons.set(bundleId, icon);
  }
  return icons;
}
