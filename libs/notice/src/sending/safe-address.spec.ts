import { isPlainHost, mayReach } from './safe-address.js';

const outside = { inside: false, loopback: false };

describe('where a message may go', () => {
  it.each([
    ['127.0.0.1', 'this machine'],
    ['127.8.8.8', 'this machine'],
    ['::1', 'this machine'],
    ['0.0.0.0', 'unspecified'],
    ['::', 'unspecified'],
    ['10.0.0.1', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['100.64.0.1', 'carrier NAT'],
    ['169.254.169.254', 'metadata of clouds'],
    ['fe80::1', 'link-local'],
    ['fc00::1', 'unique local'],
    ['fd12:3456::1', 'unique local'],
    ['::ffff:127.0.0.1', 'IPv4-mapped'],
    ['::ffff:7f00:1', 'IPv4-mapped, in hexadecimal'],
    ['::ffff:10.0.0.1', 'IPv4-mapped'],
    ['::ffff:169.254.169.254', 'IPv4-mapped'],
    ['64:ff9b::7f00:1', 'NAT64'],
    ['64:ff9b::10.0.0.1', 'NAT64'],
    ['2002:7f00:1::', '6to4'],
    ['2001:0:4136:e378:8000:63bf:3fff:fdd2', 'Teredo'],
    ['2001:db8::1', 'documentation'],
    ['192.0.2.1', 'documentation'],
    ['198.18.0.1', 'benchmarks'],
    ['224.0.0.1', 'multicast'],
    ['ff02::1', 'multicast'],
    ['240.0.0.1', 'reserved'],
    ['255.255.255.255', 'broadcast'],
    ['not an address', 'nothing'],
  ])('%s is refused: %s', (address) => expect(mayReach(address, outside)).toBe(false));

  it.each(['8.8.8.8', '2400:3200::1', '::ffff:8.8.8.8'])('%s is public', (address) =>
    expect(mayReach(address, outside)).toBe(true),
  );

  it.each([
    ['10.1.2.3', true],
    ['fd00::1', true],
    ['::ffff:192.168.0.9', true],
    ['8.8.8.8', false],
    ['127.0.0.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
  ])('inside the government network %s: %s', (address, allowed) =>
    expect(mayReach(address, { inside: true, loopback: false })).toBe(allowed),
  );

  it('reaches this machine only where the installation says so, and then nothing else that is private', () => {
    const trial = { inside: false, loopback: true };
    expect(['127.0.0.1', '::1', '::ffff:127.0.0.1'].every((address) => mayReach(address, trial))).toBe(true);
    expect(['10.0.0.1', '169.254.169.254', '0.0.0.0'].some((address) => mayReach(address, trial))).toBe(false);
  });

  it.each(['mail.county.gov.cn', 'localhost', '10.0.0.1', '2400:3200::1'])('%s is plainly written', (host) =>
    expect(isPlainHost(host)).toBe(true),
  );

  it.each([
    '2130706433',
    '0x7f.0.0.1',
    '0177.0.0.1',
    '127.1',
    'fe80::1%eth0',
    'a_b.cn',
    '-a.cn',
    'Ａ.cn',
    '',
    'a..b',
    'a b',
  ])('“%s” is not', (host) => expect(isPlainHost(host)).toBe(false));
});
