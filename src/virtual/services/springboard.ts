import { asDict, maybeStringIn } from '../../wire/plist/access.ts';
import type { PlistInput } from '../../wire/plist/value.ts';
import { encodeFrame, readFrame } from '../../wire/plist-frame.ts';
import { installedApps } from '../apps.ts';
import { iconPng } from '../icon.ts';
import type { Service } from '../service.ts';

/** Portrait, home button down. */
const UPRIGHT = 1;

/** `com.apple.springboardservices`: icons and the home screen. */
export const springboard: Service = async ({ phone, channel, signal }) => {
  for (;;) {
    const request = asDict(await readFrame(channel.reader, { signal }));
    await phone.responsive(signal);
    const answer = answerTo(maybeStringIn(request, 'command'), maybeStringIn(request, 'bundleId'));
    if (answer !== undefined) await channel.write(encodeFrame(answer, 'binary'));
  }
};

/** Undefined: a request that is done without a word. */
function answerTo(command: string | undefined, bundleId = ''): PlistInput | undefined {
  switch (command) {
    case 'getIconPNGData':
      return { pngData: iconPng(bundleId) };
    case 'getHomeScreenWallpaperPNGData':
      return { pngData: iconPng('wallpaper') };
    case 'getIconState':
      return [
        [],
        installedApps.map((app) => ({
          bundleIdentifier: app['CFBundleIdentifier'],
          displayName: app['CFBundleDisplayName'],
        })),
      ];
    case 'setIconState':
      return undefined;
    case 'getInterfaceOrientation':
      return { interfaceOrientation: UPRIGHT };
    default:
      return { Error: 'unknown command' };
  }
}
