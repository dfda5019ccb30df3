/**
 * usbmuxd tells where a phone on Wi-Fi is (`NetworkAddress`) as BSD lays it out, on every system: length, family, port in
 * network order, address; IPv6 has its flow between port and address and the number of the interface at the end.
 */
const IPV4 = { bytes: 16, family: 2, at: 4, length: 4 } as const;
const IPV6 = { bytes: 28, family: 0x1e, at: 8, length: 16, scopeAt: 24 } as const;

/** The address as a host to connect to, `fe80::1%4` where it is of one interface only; undefined when it is none. */
export function hostIn(sockaddr: Uint8Array): string | undefined {
  const bytes = Buffer.from(sockaddr);
  if (bytes[1] === IPV4.family && bytes.length >= IPV4.at + IPV4.length)
    return [...bytes.subarray(IPV4.at, IPV4.at + IPV4.length)].join('.');
  if (bytes[1] !== IPV6.family || bytes.length < IPV6.bytes) return undefined;
  const groups = Array.from({ length: 8 }, (_, group) =>
    bytes.readUInt16BE(IPV6.at + group * 2).toString(16),
  );
  const scope = bytes.readUInt32LE(IPV6.scopeAt);
  return groups.join(':') + (scope === 0 ? '' : `%${scope}`);
}

/** The same the other way, for an address without a name. */
export function sockaddrOf(host: string, port = 0): Buffer {
  const { bytes, family, at } = host.includes(':') ? IPV6 : IPV4;
  const sockaddr = Buffer.alloc(bytes);
  sockaddr[0] = bytes;
  sockaddr[1] = family;
  sockaddr.writeUInt16BE(port, 2);
  const [address = '', scope = '0'] = host.split('%');
  sockaddr.set(family === IPV6.family ? groupsOf(address) : address.split('.').map(Number), at);
  if (family === IPV6.family) sockaddr.writeUInt32LE(Number(scope), IPV6.scopeAt);
  return sockaddr;
}

function groupsOf(address: string): Buffer {
  const [left = '', right] = address.split('::');
  const head = left === '' ? [] : left.split(':');
  const tail = right === undefined || right === '' ? [] : right.split(':');
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => '0');
  const bytes = Buffer.alloc(16);
  for (const [index, group] of [...head, ...zeros, ...tail].entries())
    bytes.writeUInt16BE(Number.parseInt(group, 16), index * 2);
  return bytes;
}
