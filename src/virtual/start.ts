import { type Clock, systemClock } from '../kit/clock.ts';
import { scaledClock } from '../kit/scaled-clock.ts';
import { makeEarlierPairing } from './already-trusted.ts';
import { agentOf } from './backup-agent/agent.ts';
import { VirtualPhone } from './phone.ts';
import { type ScenarioInput, scenarioSchema } from './scenario.ts';
import { type ListenAddress, VirtualUsbmuxd } from './usbmux/usbmuxd.ts';
import { openWifiPorts } from './wifi-ports.ts';

export interface VirtualOptions {
  /** Where programs reach it by TCP; port 0 picks one. Default 127.0.0.1:0, unless only a socket is wanted. */
  readonly listen?: ListenAddress;
  /** Path of a UNIX socket to offer. */
  readonly socket?: string;
  readonly clock?: Clock;
}

/** A running usbmuxd with virtual phones behind it; disposing it ends every connection. */
export interface RunningVirtual extends AsyncDisposable {
  /** What programs put into USBMUXD_SOCKET_ADDRESS: `host:port`, or `UNIX:/path` when there is no TCP. */
  readonly address: string;
  readonly mux: VirtualUsbmuxd;
  /** The phones, in the order of the scenarios. */
  readonly phones: readonly VirtualPhone[];
  /** The first phone. */
  readonly phone: VirtualPhone;
}

/**
 * Starts virtual phones, one a scenario, and resolves when programs may connect.
 * @throws a ZodError for a scenario that is none, and the system's error when it cannot listen
 */
export async function startVirtual(
  scenarios: ScenarioInput | readonly [ScenarioInput, ...ScenarioInput[]],
  options: VirtualOptions = {},
): Promise<RunningVirtual> {
  const clock = options.clock ?? systemClock;
  const [first, ...rest] = isList(scenarios) ? scenarios : [scenarios];
  const phone = makePhone(first, clock);
  const phones = [phone, ...rest.map((scenario) => makePhone(scenario, clock))];
  const mux = new VirtualUsbmuxd(phone.random.uuid());
  const inNetwork = new AsyncDisposableStack();
  const dispose = async (): Promise<void> => {
    for (const each of phones) each[Symbol.dispose]();
    await Promise.all([mux[Symbol.asyncDispose](), inNetwork.disposeAsync()]);
  };
  try {
    // A folder or backup that cannot be read is told now, not by a backup that breaks off.
    await Promise.all(phones.map(agentOf));
    for (const each of phones) {
      await giveAddress(each, inNetwork);
      connect(mux, each);
    }
    return { address: await listen(mux, options), mux, phones, phone, [Symbol.asyncDispose]: dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

function makePhone(input: ScenarioInput, clock: Clock): VirtualPhone {
  const scenario = scenarioSchema.parse(input);
  return new VirtualPhone(scenario, scaledClock(clock, scenario.speed));
}

/** Only to a phone that offers itself over Wi-Fi: each address is a port that somebody listens on. */
async function giveAddress(phone: VirtualPhone, stack: AsyncDisposableStack): Promise<void> {
  if (!phone.scenario.phone.wifi.on) return;
  const ports = await openWifiPorts(phone);
  if (ports) phone.wifi.ports = stack.use(ports);
}

function connect(mux: VirtualUsbmuxd, phone: VirtualPhone): void {
  if (phone.scenario.phone.trusted === true) {
    mux.pairRecords.save(phone.udid, makeEarlierPairing(phone, mux.buid));
  }
  mux.add(phone);
  phone.faults.start();
  void phone.icloud?.live();
}

async function listen(mux: VirtualUsbmuxd, { listen, socket }: VirtualOptions): Promise<string> {
  if (socket !== undefined) await mux.listenUnix(socket);
  if (socket !== undefined && !listen) return `UNIX:${socket}`;
  const { host, port } = await mux.listenTcp(listen ?? { host: '127.0.0.1', port: 0 });
  return `${host}:${port}`;
}

function isList(
  scenarios: ScenarioInput | readonly [ScenarioInput, ...ScenarioInput[]],
): scenarios is readonly [ScenarioInput, ...ScenarioInput[]] {
  return Array.isArray(scenarios);
}
