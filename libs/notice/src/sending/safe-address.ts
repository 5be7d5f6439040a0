import ipaddr from 'ipaddr.js';

/** What two administrators and the installation allow. */
export interface Allowance {
  /** The address lies inside the government network: private ranges instead of public ones. */
  readonly inside: boolean;
  /** This machine itself, in tests and trials. */
  readonly loopback: boolean;
}

const insideRanges: readonly string[] = ['private', 'uniqueLocal'];

/**
 * Whether a message may go to an address that a name led to. What is not plainly public (`unicast` of its registry) is
 * refused: link-local with the clouds' metadata, carrier NAT, multicast, translations such as 6to4, Teredo and NAT64 that
 * carry another address inside. An IPv4 address in IPv6 clothes is judged as what it is.
 */
export function mayReach(address: string, { inside, loopback }: Allowance): boolean {
  if (!ipaddr.isValid(address)) return false;
  const range = ipaddr.process(address).range();
  if (range === 'loopback') return loopback;
  return inside ? insideRanges.includes(range) : range === 'unicast';
}

/** Whether a host is written so that every reader understands the same: a name, a dotted quad, or IPv6; never `0x7f.1`, `2130706433` or a zone. */
export function isPlainHost(host: string): boolean {
  if (ipaddr.IPv6.isValid(host)) return !host.includes('%');
  if (ipaddr.IPv4.isValidFourPartDecimal(host)) return true;
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  return (
    host.length <= 253 &&
    /^[a-z]/.test(last) &&
    labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label))
  );
}
