import { matterKinds } from '@ducha/matter';
import { personalFields, personalKindFields } from './field-classes.js';
import { retentionLimits, retentionParts } from './retention.js';

/** Names under which people write who somebody is, how to reach or where to find them. */
const looksPersonal =
  /person|contact|phone|place|address|company|jointly|circle|acceptedBy|note|handling|Reason|Reply$|pageUrl/u;

const kindTexts = (kinds: Readonly<Record<string, { fields: object }>>): string[] =>
  Object.entries(kinds).flatMap(([kind, { fields }]) =>
    Object.entries(fields as Record<string, { type: string }>)
      .filter(([name, { type }]) => type.endsWith('text') && looksPersonal.test(name))
      .map(([name]) => `${kind}.${name}`),
  );

describe('classes of personal data', () => {
  it('name every own field of a kind that looks personal, and no other', () => {
    expect(kindTexts(matterKinds).sort()).toEqual(Object.keys(personalKindFields).sort());
  });

  it('would miss a new one', () => {
    const grown = { ...matterKinds, hotline: { fields: { ...matterKinds.hotline.fields, phone: { type: 'text' } } } };
    expect(kindTexts(grown)).toContain('hotline.phone');
    expect(Object.keys(personalKindFields)).not.toContain('hotline.phone');
  });

  it('end by parts that have a floor below their usual time', () => {
    const used = new Set(Object.values(personalFields).flatMap(({ part }) => part ?? []));
    expect([...used].sort()).toEqual([...retentionParts].sort());
    for (const { least, usual, most } of Object.values(retentionLimits)) {
      expect(least).toBeLessThanOrEqual(usual);
      expect(usual).toBeLessThanOrEqual(most);
    }
  });
});
