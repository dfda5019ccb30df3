import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { listenForOrders } from '../../../src/virtual/control.ts';
import type { VirtualPhone } from '../../../src/virtual/phone.ts';
import { putRecoveryPrograms } from '../../../src/virtual/recovery-programs.ts';
import type { ScenarioInput } from '../../../src/virtual/scenario.ts';
import { type RunningVirtual, startVirtual } from '../../../src/virtual/start.ts';
import { keepUsbTree } from '../../../src/virtual/usb-tree.ts';
import { freshContext, type Looks } from './browser.ts';
import { ServerProcess } from './server-process.ts';
import { Complaints } from './watched-page.ts';

export interface ThawOptions extends Looks {
  /** The phones on the cable, one a scenario; none by default. */
  readonly phones?: readonly ScenarioInput[];
  /** Both phone and server live so many times faster. */
  readonly speed?: number;
  /** A folder to use as home, kept; otherwise one that goes away with the test. */
  readonly home?: string;
  /** The computer's own bus shows the phones, too, with the programs for it: in recovery and DFU that alone knows of them. */
  readonly bus?: boolean;
}

/** A page in a real browser, the real server in a process of its own, and virtual phones over real sockets. */
export interface ThawPage extends AsyncDisposable {
  readonly page: Page;
  readonly complaints: Complaints;
  readonly phones: readonly VirtualPhone[];
  readonly virtual: RunningVirtual | undefined;
  readonly home: string;
  /** Where backups go. */
  readonly destination: string;
  readonly server: () => ServerProcess;
  /** Kills the server as a power cut would, and starts it again at the same port; the page must be opened anew. */
  readonly restartServer: () => Promise<void>;
  /** Opens the page by the server's newest address. */
  readonly open: () => Promise<void>;
}

/** Opens the page. Disposing it closes everything, and throws if the page ever complained. */
export async function openThaw(options: ThawOptions = {}): Promise<ThawPage> {
  await using starting = new AsyncDisposableStack();
  const home = options.home ?? (await mkdtemp(join(tmpdir(), 'thaw-page-')));
  if (options.home === undefined) {
    starting.defer(() => rm(home, { recursive: true, force: true, maxRetries: 3 }));
  }
  const destination = join(home, 'backups');
  await mkdir(destination, { recursive: true });
  const virtual = await startPhones(options);
  if (virtual) starting.use(virtual);
  const bus = join(home, 'computer');
  if (virtual && options.bus) starting.use(await showBus(virtual, bus));
  const setting = {
    ...(options.bus && { computer: `linux:${bus}`, programs: join(bus, 'bin') }),
    usbmuxd: virtual?.address ?? join(home, 'no-usbmuxd'),
    home,
    destination,
    speed: options.speed,
  };
  let server = await ServerProcess.start(setting);
  starting.defer(() => server[Symbol.asyncDispose]());
  const context = await freshContext(options);
  starting.defer(() => context.close());
  const page = await context.newPage();
  const complaints = new Complaints(page, [server.origin]);
  const open = async (): Promise<void> => {
    await page.goto(server.address);
    await page.locator('h1').waitFor();
  };
  await open();
  const running = starting.move();
  return {
    page,
    complaints,
    phones: virtual?.phones ?? [],
    virtual,
    home,
    destination,
    server: () => server,
    open,
    restartServer: async () => {
      const port = Number(new URL(server.origin).port);
      await server.kill();
      server = await ServerProcess.start({ ...setting, port });
    },
    [Symbol.asyncDispose]: async () => {
      // What the server said helps whoever reads a failure.
      const said = server.complaints;
      await running.disposeAsync();
      complaints.assertNone(said);
    },
  };
}

async function showBus(virtual: RunningVirtual, bus: string): Promise<AsyncDisposable> {
  await using starting = new AsyncDisposableStack();
  starting.use(await keepUsbTree(virtual.phones, bus));
  const control = join(bus, 'control');
  starting.use(await listenForOrders(control, virtual.phones));
  // Long enough for a browser to show each step.
  await putRecoveryPrograms(join(bus, 'bin'), control, { secondsAStep: 1 });
  return starting.move();
}

async function startPhones({ phones = [], speed = 1 }: ThawOptions): Promise<RunningVirtual | undefined> {
  const [first, ...rest] = phones.map((phone) => ({ speed, ...phone }));
  return first === undefined ? undefined : await startVirtual([first, ...rest]);
}
