import fc from 'fast-check';
import { cleanCategory, liesUnder } from './category.js';
import { maskedContact } from './masked-contact.js';
import { identityOf, plainText } from './text-identity.js';

const message = { foreignId: '37042', title: '路灯不亮', body: '幸福路', askers: ['A0001'], occurredAt: new Date(0) };

describe('text identity', () => {
  it('sees through tabs, line ends, non-breaking and ideographic spaces, width and case', () => {
    expect(plainText('\r\n\t\t我叫\u00a0朱　琦梦，ＡPP\u3000１２\n')).toBe(plainText('我叫朱琦梦,app12'));
  });

  it('is the same for the same text however it is spaced', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 8 }), (parts) => {
        expect(plainText(parts.join(' '))).toBe(plainText(parts.join('\u00a0\n')));
      }),
    );
  });

  it("trusts the source's number, and tells askers and times apart only without one", () => {
    expect(identityOf({ ...message, askers: ['B'] })).toBe(identityOf(message));
    expect(identityOf({ ...message, body: '幸福西路' })).not.toBe(identityOf(message));
    const nameless = { ...message, foreignId: null };
    expect(identityOf({ ...nameless, askers: ['B'] })).not.toBe(identityOf(nameless));
    expect(identityOf({ ...nameless, occurredAt: new Date(1) })).not.toBe(identityOf(nameless));
    expect(identityOf({ ...nameless, body: ' 幸福路 ' })).toBe(identityOf(nameless));
  });

  it('does not let title and body flow into one another', () => {
    expect(identityOf({ ...message, title: '路灯', body: '不亮' })).not.toBe(
      identityOf({ ...message, title: '路灯不', body: '亮' }),
    );
  });
});

describe('contacts', () => {
  it.each([
    ['13812341234', '138****1234'],
    ['0371-65812345', '037****2345'],
    ['zhang@example.com', 'z***@example.com'],
    ['QQ12345', 'Q****5'],
    ['1234', '****'],
    ['', null],
    [null, null],
  ])('shows %p as %p', (contact, shown) => {
    expect(maskedContact(contact)).toBe(shown);
  });

  it('never shows more than seven characters of a telephone number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{5,20}$/), (contact) => {
        expect(maskedContact(contact)?.replaceAll('*', '').length).toBeLessThanOrEqual(7);
      }),
    );
  });
});

describe('categories', () => {
  it.each([
    [' 城乡建设 / 市政设施／道路破损 ', '城乡建设/市政设施/道路破损'],
    ['城乡建设>市政设施', '城乡建设/市政设施'],
    ['//', null],
    [null, null],
  ])('keeps %p as %p', (text, kept) => {
    expect(cleanCategory(text)).toBe(kept);
  });

  it('covers whole parts only', () => {
    expect(liesUnder('水利/灌溉', '水利')).toBe(true);
    expect(liesUnder('水利', '水利')).toBe(true);
    expect(liesUnder('水利', '水')).toBe(false);
    expect(liesUnder(null, '水利')).toBe(false);
    expect(liesUnder(null, '')).toBe(true);
  });
});
