import { spawn } from 'node:child_process';

/** What opens a document with the program the person uses for it; undefined where there is no screen to show it on. */
function openerOf(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): readonly [program: string, ...args: string[]] | undefined {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['rundll32.exe', 'url.dll,FileProtocolHandler'];
  // A shell over the network has none of these; opening a browser in its terminal would help nobody.
  const hasScreen = [env['DISPLAY'], env['WAYLAND_DISPLAY'], env['WSL_DISTRO_NAME']].some(Boolean);
  return hasScreen ? ['xdg-open'] : undefined;
}

/** How long an opener is waited for: those that work come back at once or stay as the browser itself. */
const ENOUGH_MS = 3_000;

/**
 * Opens a file in the person's browser, which goes on by itself. False when there is none to open it with. All users of
 * this computer may see the path, as any argument of a program.
 */
export function openInBrowser(
  file: string,
  after: (ms: number, callback: () => void) => Disposable,
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<boolean> {
  const [program, ...args] = openerOf(platform, env) ?? [];
  if (program === undefined) return Promise.resolve(false);
  return new Promise((resolve) => {
    const child = spawn(program, [...args, file], { stdio: 'ignore', detached: true, windowsHide: true });
    child.unref();
    const enough = after(ENOUGH_MS, () => resolve(true));
    const settle = (opened: boolean): void => {
      enough[Symbol.dispose]();
      resolve(opened);
    };
    child.once('error', () => settle(false)).once('close', (status) => settle(status === 0));
  });
}
