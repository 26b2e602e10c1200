import { isIPv4, isIPv6 } from 'node:net';

/**
 * The network that an address is counted under: an IPv4 address itself, an IPv6 address by its first 64 bits, since one
 * subscriber holds at least that many (RFC 6177). IPv4 inside IPv6 (`::ffff:192.0.2.1`) counts as IPv4.
 */
export function networkOf(address: string): string {
  const bare = address.replace(/%.*$/, '').toLowerCase();
  if (isIPv4(bare)) return bare;
  if (!isIPv6(bare)) return 'unknown';
  const mapped = /^(?:0*:)*:?ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare);
  if (mapped?.[1] !== undefined) return mapped[1];
  const [head = '', tail] = bare.split('::');
  const groups = head === '' ? [] : head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - widthOf(tail);
  const all = [...groups, ...Array<string>(missing).fill('0'), ...(tail ?? '').split(':')];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

function widthOf(groups: string): number {
  if (groups === '') return 0;
  return groups.split(':').length + (groups.includes('.') ? 1 : 0);
}
