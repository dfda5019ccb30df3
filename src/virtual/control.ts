import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { messageOf } from '../kit/errors.ts';
import { bootNames, bootOrders } from './boot-orders.ts';
import { faultSchema } from './fault-verbs.ts';
import { ownerStepSchema } from './owner-steps.ts';
import type { VirtualPhone } from './phone.ts';
import { removeDeadSocket } from './usbmux/dead-socket.ts';

const ownSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('state') }).describe('Tells how the phone is.'),
  z.strictObject({ do: z.literal('ask'), step: z.string() }).describe('Thaw asks the owner for a step.'),
]);
const bootSchema = z
  .strictObject({ do: z.enum(['leave-recovery', 'begin-restore', 'end-update', 'end-erase']) })
  .describe('What recovery programs do.');
const addressedSchema = z.looseObject({ udid: z.string().optional() });
const stepSchema = z.strictObject({ do: ownerStepSchema });

/** A socket on which faults and owner steps are given by hand: a JSON object a line, each answered by one. */
export async function listenForOrders(
  path: string,
  phones: readonly VirtualPhone[],
): Promise<AsyncDisposable> {
  await removeDeadSocket(path);
  // A slow link may be ordered at any time.
  for (const { cable, wifi } of phones) cable.mayBeSlow = wifi.mayBeSlow = true;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    createInterface({ input: socket }).on('line', (line) => {
      if (line.trim() !== '') socket.write(`${JSON.stringify(obey(phones, line))}\n`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  return {
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Carries out one line; what goes wrong is an answer too. */
function obey(phones: readonly VirtualPhone[], line: string): object {
  try {
    const { udid, ...order } = addressedSchema.parse(JSON.parse(line));
    const phone = phones.find((each) => udid === undefined || each.udid === udid);
    if (!phone) return { ok: false, error: `no phone ${udid}` };
    return { ok: true, ...carryOut(phone, order) };
  } catch (error) {
    return { ok: false, error: error instanceof z.ZodError ? z.prettifyError(error) : messageOf(error) };
  }
}

function carryOut(phone: VirtualPhone, order: unknown): object {
  const own = ownSchema.safeParse(order);
  if (own.success && own.data.do === 'state') return { state: stateOf(phone) };
  if (own.success && own.data.do === 'ask') {
    phone.owner.react(`asked:${own.data.step}`);
    return {};
  }
  const boot = bootSchema.safeParse(order);
  if (boot.success) return { done: bootOrders[boot.data.do](phone) };
  const step = stepSchema.safeParse(order);
  if (step.success) phone.owner.act(step.data.do);
  else phone.faults.set(faultSchema.parse(order));
  return {};
}

function stateOf(phone: VirtualPhone): object {
  return {
    udid: phone.udid,
    name: phone.name,
    mode: phone.mode,
    boot: bootNames(phone),
    connected: phone.cable.connected,
    locked: phone.locked,
    prompts: phone.owner.prompts,
    backupRunning: phone.daemon.busy,
    battery: phone.battery,
    storage: phone.storage,
    lastBackup: phone.backup.lastiTunesBackupDate?.toISOString() ?? null,
  };
}
