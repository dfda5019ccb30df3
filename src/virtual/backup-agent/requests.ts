import { maybeBooleanIn, maybeDictIn, maybeStringIn } from '../../wire/plist/access.ts';
import type { PlistDict } from '../../wire/plist/value.ts';
import { AgentKilled } from '../fault.ts';
import type { VirtualPhone } from '../phone.ts';
import type { BackupAgent } from './agent.ts';
import { backUp } from './backup.ts';
import { changePassword } from './change-password.ts';
import { erase } from './erase.ts';
import { AgentFailure } from './failure.ts';
import type { HostLink } from './host-link.ts';
import { Progress } from './progress.ts';
import { restore } from './restore.ts';
import { restoreOptionsOf } from './restore-options.ts';
import type { Run } from './run.ts';

/** What a computer asked the agent to do. */
export interface Request {
  readonly phone: VirtualPhone;
  readonly agent: BackupAgent;
  readonly host: HostLink;
  readonly message: PlistDict;
  readonly signal: AbortSignal;
}

const handlers: ReadonlyMap<string, (request: Request) => Promise<void>> = new Map([
  ['Backup', (request) => backUp(runOf(request), optionOf(request, 'ForceFullBackup'))],
  ['Restore', (request) => restore(runOf(request), restoreOptionsOf(request.message))],
  ['ChangePassword', changePassword],
  ['EnableCloudBackup', enableCloudBackup],
  ['EraseDevice', erase],
  ['Info', readOldFormat],
  ['List', readOldFormat],
  ['Unback', leave],
  ['Extract', leave],
]);

/** Does what was asked; throws AgentFault with the number and text the computer is to be told. */
export async function serve(request: Request): Promise<void> {
  const name = maybeStringIn(request.message, 'MessageName') ?? '';
  const handler = handlers.get(name);
  if (!handler) throw new AgentFailure(1, `Unknown message ${name}`);
  const target = maybeStringIn(request.message, 'TargetIdentifier');
  if (target !== request.phone.udid) throw new AgentFailure(1, `Invalid target identifier ${target ?? ''}`);
  await handler(request);
}

function runOf({ phone, agent, host, message, signal }: Request): Run {
  const folder = maybeStringIn(message, 'SourceIdentifier') ?? phone.udid;
  const uuid = phone.random.uuid();
  const progress = new Progress(phone, signal);
  return { phone, agent, host, progress, folder, uuid, startedAt: phone.now(), signal };
}

function optionOf({ message }: Request, key: string): boolean {
  const options = maybeDictIn(message, 'Options');
  return options !== undefined && maybeBooleanIn(options, key) === true;
}

async function enableCloudBackup({ phone, message }: Request): Promise<void> {
  const state = maybeBooleanIn(message, 'CloudBackupState');
  if (state === undefined) throw new AgentFailure(1, 'CloudBackupState is missing');
  phone.backup.cloudBackupEnabled = state;
  phone.notify('com.apple.mobile.backup.domain_changed');
}

/** Since iOS 10 these look for a file that no backup has any more. */
async function readOldFormat({ host, phone, message }: Request): Promise<void> {
  const path = `${maybeStringIn(message, 'SourceIdentifier') ?? phone.udid}/Manifest.mbdb`;
  await host.download([path], 0, () => ({
    data: () => undefined,
    end: () => undefined,
    failed: () => undefined,
  }));
  const beneath = new AgentFailure(4, `No such file or directory at path ${path}`);
  throw new AgentFailure(205, 'Error reading backup properties', beneath);
}

/** Since iOS 10 the phone hangs up on these. */
async function leave(): Promise<void> {
  throw new AgentKilled('the phone no longer unpacks backups');
}
