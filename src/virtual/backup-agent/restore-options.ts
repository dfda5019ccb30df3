import { maybeBooleanIn, maybeDictIn, maybeStringIn } from '../../wire/plist/access.ts';
import type { PlistDict } from '../../wire/plist/value.ts';
import { isSetting, isSystemDomain } from './domains.ts';

/** What the computer asks of a restore. */
export interface RestoreOptions {
  readonly systemFiles: boolean;
  readonly reboot: boolean;
  /** Without a copy of the backup on the computer first. */
  readonly withoutCopy: boolean;
  readonly preserveSettings: boolean;
  readonly preserveCameraRoll: boolean;
  readonly removeNotRestored: boolean;
  readonly password: string | undefined;
}

/** Reads the request's options; what is absent is as the phone has it by default, which no tool agrees with. */
export function restoreOptionsOf(request: PlistDict): RestoreOptions {
  const options = maybeDictIn(request, 'Options') ?? new Map();
  return {
    systemFiles: maybeBooleanIn(options, 'RestoreSystemFiles') ?? true,
    reboot: maybeBooleanIn(options, 'RestoreShouldReboot') ?? true,
    withoutCopy: maybeBooleanIn(options, 'RestoreDontCopyBackup') ?? false,
    preserveSettings: maybeBooleanIn(options, 'RestorePreserveSettings') ?? false,
    preserveCameraRoll: maybeBooleanIn(options, 'RestorePreserveCameraRoll') ?? false,
    removeNotRestored: maybeBooleanIn(options, 'RemoveItemsNotRestored') ?? true,
    password: maybeStringIn(options, 'Password'),
  };
}

/** True for what these options touch on the phone. */
export function isRestored(options: RestoreOptions, domain: string, relativePath: string): boolean {
  if (options.preserveCameraRoll && domain === 'CameraRollDomain') return false;
  if (!options.systemFiles && isSystemDomain(domain)) return false;
  return !(options.preserveSettings && isSetting(domain, relativePath));
}
