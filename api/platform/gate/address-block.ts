import ipaddr from 'ipaddr.js';

/** What counts as one address: an IPv4 address, however it is written, and the /64 of an IPv6 address, which is what one household or one attacker has. */
export function blockOf(address: string | null): string {
  if (!address || !ipaddr.isValid(address)) return 'unknown';
  const given = ipaddr.process(address);
  if (given.kind() === 'ipv4') return given.toString();
  const [block] = ipaddr.IPv6.networkAddressFromCIDR(`${given.toString().replace(/%.*/, '')}/64`)
    .toString()
    .split('%');
  return `${block}/64`;
}
