import { agentOf } from '../backup-agent/agent.ts';
import { HostLink } from '../backup-agent/host-link.ts';
import { openConversation } from '../backup-agent/opening.ts';
import { serve } from '../backup-agent/requests.ts';
import { respond } from '../backup-agent/response.ts';
import { AgentFault, AgentKilled } from '../fault.ts';
import type { Service } from '../service.ts';

/** com.apple.mobilebackup2: opens a DeviceLink conversation, then does what the computer requests until it leaves. */
export const mobilebackup2: Service = async ({ phone, channel, signal }) => {
  const host = new HostLink(channel, phone.daemon, signal);
  const agent = await agentOf(phone);
  phone.faults.beginRun();
  try {
    if (!(await openConversation(host, phone.iosVersion))) return;
    for (
      let message = await host.receive();
      message.name !== 'DLMessageDisconnect';
      message = await host.receive()
    ) {
      if (message.name !== 'DLMessageProcessMessage') continue;
      const request = { phone, agent, host, signal, message: message.message };
      const fault = await serve(request).then(() => undefined, agentFault);
      await respond(host, fault);
    }
  } catch (error) {
    if (!(error instanceof AgentKilled)) throw error;
  }
};

function agentFault(error: unknown): AgentFault {
  if (error instanceof AgentFault) return error;
  throw error;
}
