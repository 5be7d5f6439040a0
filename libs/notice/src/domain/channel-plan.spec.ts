import { addressOf, flawsOfPlan, isOfDomains, isWebhookSecret } from './channel-plan.js';

const plain = (host: string): boolean => /^[a-z.]+$/.test(host);

describe('the plan of a channel', () => {
  it.each([
    ['https://hook.county.cn/a?b=c', { host: 'hook.county.cn', port: 443, scheme: 'https' }],
    ['http://hook.county.cn:8080/', { host: 'hook.county.cn', port: 8080, scheme: 'http' }],
  ])('%s leads to its host and port', (url, wanted) =>
    expect(addressOf({ kind: 'webhook', url }, plain)).toEqual(wanted),
  );

  it.each([
    ['ftp://a.cn/', 'isUrl'],
    ['file:///etc/passwd', 'isUrl'],
    ['https://user:word@a.cn/', 'isBare'],
    ['https://a.cn/#x', 'isBare'],
    ['https://2130706433/', 'isPlainHost'],
    ['nothing', 'isUrl'],
    [undefined, 'isUrl'],
  ])('%s is refused: %s', (url, constraint) =>
    expect(addressOf({ kind: 'sms', url }, plain)).toMatchObject({ path: 'url', constraint }),
  );

  it('of mail needs a host, a port and a way of speaking, a sender and domains', () => {
    expect(addressOf({ kind: 'mail', host: 'mail.cn', port: 465, scheme: 'smtps' }, plain)).toMatchObject({
      port: 465,
    });
    expect(addressOf({ kind: 'mail', host: 'mail.cn', port: 465, scheme: 'https' }, plain)).toMatchObject({
      path: 'scheme',
    });
    expect(addressOf({ kind: 'mail', host: '0x1', port: 25, scheme: 'smtp' }, plain)).toMatchObject({ path: 'host' });
    expect(addressOf({ kind: 'mail', host: 'mail.cn', scheme: 'smtp' }, plain)).toMatchObject({ path: 'port' });
    const paths = flawsOfPlan({ kind: 'mail', user: 'a' }, false).map(({ path }) => path);
    expect(paths).toEqual(['from', 'recipientDomains', 'password']);
    expect(flawsOfPlan({ kind: 'mail', from: 'a@b.cn', recipientDomains: ['B C'] }, true)).toMatchObject([
      { constraint: 'isDomain' },
    ]);
  });

  it('of a webhook needs a secret worth the name, once', () => {
    expect(isWebhookSecret(`whsec_${Buffer.alloc(32, 7).toString('base64')}`)).toBe(true);
    expect(['', 'whsec_', 'whsec_c2hvcnQ=', Buffer.alloc(32).toString('base64')].some(isWebhookSecret)).toBe(false);
    expect(flawsOfPlan({ kind: 'webhook' }, false)).toMatchObject([{ path: 'key' }]);
    expect(flawsOfPlan({ kind: 'webhook' }, true)).toEqual([]);
    expect(flawsOfPlan({ kind: 'webhook', key: 'short' }, true)).toMatchObject([{ path: 'key' }]);
    expect(flawsOfPlan({ kind: 'sms' }, false)).toMatchObject([{ path: 'key' }]);
    expect(flawsOfPlan({ kind: 'wecom' }, false)).toEqual([]);
  });

  it('mail goes to the county’s domains only', () =>
    expect(
      ['a@county.gov.cn', 'a@COUNTY.gov.cn', 'a@county.gov.cn@evil.cn', 'a@x.county.gov.cn'].map((mail) =>
        isOfDomains(mail, ['county.gov.cn']),
      ),
    ).toEqual([true, true, false, false]));
});
