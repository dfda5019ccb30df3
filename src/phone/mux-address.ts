import { PhoneError } from './errors.ts';

export type MuxAddress =
  | { readonly kind: 'unix'; readonly path: string }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number };

/**
 * Where usbmuxd listens: what USBMUXD_SOCKET_ADDRESS says, else the system's own place.
 * Throws `mux.address` when the variable makes no sense, where libusbmuxd would quietly use the default.
 */
export function muxAddress(
  env: { readonly USBMUXD_SOCKET_ADDRESS?: string | undefined },
  platform: NodeJS.Platform,
): MuxAddress {
  const text = env.USBMUXD_SOCKET_ADDRESS;
  if (text) return parseMuxAddress(text);
  if (platform === 'win32' || platform === 'cygwin') return { kind: 'tcp', host: '127.0.0.1', port: 27015 };
  return { kind: 'unix', path: '/var/run/usbmuxd' };
}

/**
 * Reads every form in use: `UNIX:/path` (libusbmuxd), a bare path (pymobiledevice3), `unix://` and `tcp://` (go-ios),
 * `host:port`, `[v6]:port`.
 */
export function parseMuxAddress(text: string): MuxAddress {
  const [, scheme = '', rest = ''] = /^(?:(unix|tcp):(?:\/\/)?)?(.*)$/is.exec(text) ?? [];
  const kind = scheme.toLowerCase();
  if (rest && (kind === 'unix' || (kind === '' && isPath(rest)))) return { kind: 'unix', path: rest };
  const [, v6, name, digits] = /^(?:\[([\da-f:.%]+)\]|([^:[\]\s/]+)):(\d{1,5})$/i.exec(rest) ?? [];
  const host = v6 ?? name;
  const port = Number(digits);
  if (host === undefined || !(port >= 1 && port <= 65535)) {
    throw new PhoneError('mux.address', `not an address of usbmuxd: ${text}`, { facts: { address: text } });
  }
  return { kind: 'tcp', host, port };
}

/** The address in the form every program understands, for messages. */
export function muxAddressText(address: MuxAddress): string {
  if (address.kind === 'unix') return address.path;
  return address.host.includes(':') ? `[${address.host}]:${address.port}` : `${address.host}:${address.port}`;
}

function isPath(text: string): boolean {
  return text.includes('/') || text.includes('\\') || !text.includes(':');
}
