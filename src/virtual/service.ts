import type { Channel } from '../kit/channel.ts';
import type { VirtualPhone } from './phone.ts';

/** What a service on the phone is given for one connection. */
export interface ServiceContext {
  readonly phone: VirtualPhone;
  /** The computer at the other end, TLS already in place. The starter closes it when the service returns. */
  readonly channel: Channel;
  /** Aborts when the cable is out, the phone restarts, or the service's process was killed. */
  readonly signal: AbortSignal;
}

/** One conversation; resolves or rejects when it is over. What it throws ends this connection and nothing else. */
export type Service = (context: ServiceContext) => Promise<void>;
