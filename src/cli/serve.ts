import { Command, InvalidArgumentError } from 'commander';
import { portTaken } from './port-taken.ts';
import { printJson } from './print-json.ts';

export interface ServeOptions {
  readonly port?: number;
  readonly to?: string;
  readonly json?: true;
}

const HELP = `
The page listens on this computer alone, and opens only with the address printed, once. Closing it stops nothing: what
runs goes on here until it is done.

Example:
  thaw serve --to /media/disk/iPhone`;

/** `thaw serve`: the page's server, without opening a browser. */
export function serveCommand(): Command {
  return withServeOptions(new Command('serve'))
    .description('serve the page without opening a browser; prints the address that opens it once')
    .addHelpText('after', HELP)
    .action((options: ServeOptions) => servePage(options, async () => false));
}

/** The options of `serve` and `open`. */
export function withServeOptions(command: Command): Command {
  return command
    .option('--port <n>', 'where to listen on this computer (default: a free port)', port)
    .option('--to <folder>', 'where backups live, instead of the place chosen on the page')
    .option('--json', 'one JSON line when it is ready');
}

/** Serves until it is ended. `show` opens an address in a browser; where it cannot, the address is printed. */
export async function servePage(
  options: ServeOptions,
  show: (address: string) => Promise<boolean>,
): Promise<void> {
  const [{ startServer }, { keepServerFile }, { runClock }, { virtualIphones }, { untilEnded }] =
    await Promise.all([
      import('../server/start-server.ts'),
      import('../app/server-file.ts'),
      import('./run-clock.ts'),
      import('./virtual-iphones.ts'),
      import('./page-session.ts'),
    ]);
  const destination = options.to === undefined ? undefined : await existing(options.to);
  await using server = await startServer({
    clock: runClock(),
    port: options.port,
    destination,
    virtual: virtualIphones,
  }).catch(portTaken);
  await using _file = await keepServerFile({ origin: server.origin, bell: server.bell });
  const address = server.newAddress();
  const shown = await show(address);
  if (options.json) printJson({ ready: true, origin: server.origin, address });
  else if (shown) process.stdout.write('Thaw is open in your browser. Ctrl-C ends it.\n');
  else
    process.stdout.write(`Open this address in your browser; it works once:\n${address}\nCtrl-C ends it.\n`);
  process.exitCode = await untilEnded(server);
}

/** Rejects with the `destination.…` error of a folder that takes no backups. */
async function existing(folder: string): Promise<string> {
  const [{ lookAtDestination }, { resolve }] = await Promise.all([
    import('../app/places/destination-look.ts'),
    import('node:path'),
  ]);
  const { path, problem } = await lookAtDestination(resolve(folder), true, new AbortController().signal);
  if (problem) throw problem;
  return path;
}

function port(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError('Give a port, such as 8123.');
  return Number(text);
}
