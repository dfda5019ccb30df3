import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import '../../support/compile-cache.mjs';

const MAIN = fileURLToPath(new URL('../../../src/cli/main.ts', import.meta.url));

export interface ServerSetting {
  /** Of usbmuxd. */
  readonly usbmuxd: string;
  readonly home: string;
  /** Where backups go; the server's own choice without it. */
  readonly destination?: string | undefined;
  /** Every wait of the server is so many times shorter: as fast as the virtual phone lives. */
  readonly speed?: number | undefined;
  readonly port?: number | undefined;
  /** A computer's surroundings instead of this one's, as `THAW_COMPUTER` names them. */
  readonly computer?: string | undefined;
  /** A folder of programs that are found before this computer's own. */
  readonly programs?: string | undefined;
}

/** `thaw serve` in a process of its own. */
export class ServerProcess implements AsyncDisposable {
  /** Opens the page once. */
  readonly address: string;
  readonly origin: string;
  readonly #child: ChildProcess;
  readonly #said: { text: string };

  private constructor(child: ChildProcess, address: string, said: { text: string }) {
    this.#child = child;
    this.address = address;
    this.origin = new URL(address).origin;
    this.#said = said;
  }

  static async start({
    usbmuxd,
    home,
    destination,
    speed = 1,
    port,
    computer,
    programs,
  }: ServerSetting): Promise<ServerProcess> {
    const options = [
      ...(destination === undefined ? [] : ['--to', destination]),
      ...(port === undefined ? [] : ['--port', String(port)]),
    ];
    const child = spawn(process.execPath, [MAIN, 'serve', '--json', ...options], {
      env: {
        PATH: [programs, process.env['PATH']].filter((part) => part !== undefined).join(delimiter),
        TZ: 'UTC',
        TMPDIR: tmpdir(),
        HOME: home,
        XDG_STATE_HOME: join(home, 'state'),
        XDG_CONFIG_HOME: join(home, 'config'),
        USBMUXD_SOCKET_ADDRESS: usbmuxd,
        NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
        ...(computer !== undefined && { THAW_COMPUTER: computer }),
        ...(speed !== 1 && { THAW_SPEED: String(speed) }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { text: '' };
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said.text += text;
    });
    for await (const line of createInterface({ input: child.stdout })) {
      const { address }: { readonly address?: unknown } = JSON.parse(line);
      if (typeof address === 'string') return new ServerProcess(child, address, said);
    }
    throw new Error(`thaw serve ended before it was ready: ${said.text}`);
  }

  /** What it wrote to stderr. */
  get complaints(): string {
    return this.#said.text;
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    const hard = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await ended;
    clearTimeout(hard);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#end('SIGTERM');
  }
}
