import { AgentKilled } from '../fault.ts';
import type { Request } from './requests.ts';

/** Everything on the phone goes; so does the connection. */
export async function erase({ phone, agent }: Request): Promise<void> {
  for (let slot = 0; slot < agent.content.slots; slot += 1) agent.content.remove(slot);
  phone.trust.forgetAll();
  phone.setupDone = false;
  phone.restart();
  throw new AgentKilled('the phone is erased');
}
