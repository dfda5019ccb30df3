import { Command, InvalidArgumentError } from 'commander';
import type { ScenarioInput } from '../virtual/scenario.ts';
import { Interrupt } from './interrupt.ts';
import { portTaken } from './port-taken.ts';
import { printJson } from './print-json.ts';

interface Options {
  readonly scenario?: readonly string[];
  readonly listen?: { readonly host: string; readonly port: number };
  readonly socket?: string;
  readonly control?: string;
  readonly content?: string;
  readonly fromBackup?: string;
  readonly schema?: true;
}

/** `thaw virtual`: the virtual iPhone by itself, for programs that talk to usbmuxd. */
export function virtualCommand(): Command {
  const command = new Command('virtual')
    .description('run a virtual iPhone behind a usbmuxd of its own')
    .option(
      '--scenario <file...>',
      'what the phone is and what goes wrong; several files make several phones',
    )
    .option('--listen <host:port>', 'where programs reach it (default: 127.0.0.1 and a free port)', address)
    .option('--socket <path>', 'a UNIX socket to offer; without --listen, only that')
    .option('--control <path>', 'a UNIX socket for orders by hand, a JSON object a line')
    .option('--content <folder>', 'fill the phone with the files of a folder')
    .option('--from-backup <folder>', 'fill the phone with what a backup holds')
    .option('--schema', 'print the JSON Schema of a scenario and end')
    .addHelpText(
      'after',
      '\nOne JSON line tells when it is ready and where. Ctrl-C ends it.\n\nExample:\n' +
        '  thaw virtual --listen 127.0.0.1:27015 &\n  USBMUXD_SOCKET_ADDRESS=127.0.0.1:27015 ideviceinfo',
    );
  return command.action((options: Options) => act(command, options));
}

async function act(command: Command, options: Options): Promise<void> {
  const { readScenario, scenarioJsonSchema, ScenarioError } = await import('../virtual/read-scenario.ts');
  if (options.schema) {
    process.stdout.write(`${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
    return;
  }
  try {
    const [first = {}, ...rest] = await Promise.all((options.scenario ?? []).map(readScenario));
    await serve([withContent(first, options), ...rest], options);
  } catch (error) {
    if (error instanceof ScenarioError) command.error(`error: ${error.message}`, { exitCode: 2 });
    throw error;
  }
}

async function serve(
  scenarios: readonly [ScenarioInput, ...ScenarioInput[]],
  { listen, socket, control }: Options,
): Promise<void> {
  const [{ startVirtual }, { listenForOrders }] = await Promise.all([
    import('../virtual/start.ts'),
    import('../virtual/control.ts'),
  ]);
  using interrupt = new Interrupt();
  await using virtual = await startVirtual(scenarios, {
    ...(listen && { listen }),
    ...(socket && { socket }),
  }).catch(portTaken);
  await using _orders = control ? await listenForOrders(control, virtual.phones) : undefined;
  const { address, phone, phones } = virtual;
  const ready = {
    ready: true,
    address,
    socket,
    control,
    udid: phone.udid,
    udids: phones.map((each) => each.udid),
  };
  printJson(ready);
  await new Promise((resolve) => interrupt.signal.addEventListener('abort', resolve, { once: true }));
}

/** The options that fill the first phone win over its scenario. */
function withContent(scenario: ScenarioInput, { content, fromBackup }: Options): ScenarioInput {
  if (content !== undefined) return { ...scenario, content: { folder: content } };
  if (fromBackup !== undefined) return { ...scenario, content: { backup: fromBackup } };
  return scenario;
}

function address(text: string): { host: string; port: number } {
  const [, host, port] = /^\[?([^\]]+?)\]?:(\d{1,5})$/.exec(text) ?? [];
  if (host === undefined || Number(port) > 65535) {
    throw new InvalidArgumentError('Give host:port, such as 127.0.0.1:27015.');
  }
  return { host, port: Number(port) };
}
