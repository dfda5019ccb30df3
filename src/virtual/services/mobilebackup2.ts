import { maybeStringIn } from '../../wire/plist/access.ts';
import type { PlistDict } from '../../wire/plist/value.ts';
import { agentOf } from '../backup-agent/agent.ts';
import { descriptionOf } from '../backup-agent/failure.ts';
import { HostLink } from '../backup-agent/host-link.ts';
import { openConversation } from '../backup-agent/opening.ts';
import { serve } from '../backup-agent/requests.ts';
import { respond } from '../backup-agent/response.ts';
import { AgentFault, AgentKilled } from '../fault.ts';
import type { VirtualPhone } from '../phone.ts';
import type { Service } from '../service.ts';

/** com.apple.mobilebackup2: opens a DeviceLink conversation, then does what the computer requests until it leaves. */
export const mobilebackup2: Service = async ({ phone, channel, signal }) => {
  const host = new HostLink(channel, phone.daemon, signal);
  const agent = await agentOf(phone);
  phone.faults.beginRun();
  phone.daemon.began();
  let atWork = false;
  try {
    if (!(await openConversation(host, phone.iosVersion))) return;
    for (
      let message = await host.receive();
      message.name !== 'DLMessageDisconnect';
      message = await host.receive()
    ) {
      if (message.name !== 'DLMessageProcessMessage') continue;
      const request = { phone, agent, host, signal, message: message.message };
      const startedAt = phone.clock.ticks();
      atWork = true;
      const fault = await serve(request).then(() => undefined, agentFault);
      atWork = false;
      tellVerdict(phone, request.message, startedAt, fault);
      await respond(host, fault);
    }
  } catch (error) {
    const cut = signal.aborted || !(error instanceof AgentKilled);
    if (atWork && cut && phone.daemon.alive) tellLostLink(phone);
    if (!(error instanceof AgentKilled)) throw error;
  } finally {
    phone.daemon.left();
  }
};

/** What the daemon's log says at the end of a backup. */
function tellVerdict(
  phone: VirtualPhone,
  message: PlistDict,
  startedAt: number,
  fault: AgentFault | undefined,
): void {
  if (maybeStringIn(message, 'MessageName') !== 'Backup') return;
  const seconds = ((phone.clock.ticks() - startedAt) / 1000).toFixed(3);
  if (fault) phone.log('BackupAgent2', 'Error', `Failed to backup: ${descriptionOf(fault)}`);
  else phone.log('BackupAgent2', 'Notice', `Finished backup in ${seconds}s`);
}

/** What it says when the computer is gone: the lines of iOS 13 and later. */
function tellLostLink(phone: VirtualPhone): void {
  phone.log('BackupAgent2', 'Error', 'SocketSend (data): error 22: Invalid argument');
  phone.log('BackupAgent2', 'Error', 'Computer disconnected: Lost connection');
}

function agentFault(error: unknown): AgentFault {
  if (error instanceof AgentFault) return error;
  throw error;
}
