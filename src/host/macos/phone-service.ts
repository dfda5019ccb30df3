import { ask } from '../ask.ts';
import { knownPrograms } from '../known-programs.ts';
import type { PhoneService } from '../phone-service/phone-service.ts';
import { programNames } from '../programs.ts';

const RESTART = 'sudo launchctl kickstart -k system/com.apple.usbmuxd';

/** launchd's own word about com.apple.usbmuxd. Its socket tells nothing: since macOS 26.3 it cannot even be seen. */
export async function macService(signal: AbortSignal): Promise<PhoneService | undefined> {
  const [answer, running] = await Promise.all([
    ask('launchctl', ['print', 'system/com.apple.usbmuxd'], signal),
    programNames(signal, { system: 'macos', root: '' }),
  ]);
  const rival = knownPrograms(running).find(({ role }) => role === 'rivals')?.name;
  const name = 'usbmuxd';
  const runs = running.has('usbmuxd') || /^\s*state = running\b/m.test(answer?.text ?? '');
  if (runs) return { name, state: 'running', mend: RESTART, ...(rival && { rival }) };
  if (!answer && running.size === 0) return undefined;
  return { name, state: 'stopped', mend: RESTART };
}
