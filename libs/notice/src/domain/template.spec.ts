import { templateForms } from './channel-kind.js';
import { filled, flawsOf, usualWording } from './template.js';
import { topics } from './topic.js';

describe('a template', () => {
  it.each(templateForms)('as delivered is without flaw: %s', (form) => {
    for (const topic of [...topics, 'digest'] as const)
      for (const text of Object.values(usualWording(topic, form))) expect(flawsOf(text, form)).toEqual([]);
  });

  it('says what an office expects of a text message', () =>
    expect(filled(usualWording('sign', 'sms').zh, { county: '试验县督查局', count: '1' })).toBe(
      '【试验县督查局】您有1件交办单待签收，请登录督查系统办理。',
    ));

  it.each([
    ['您有{count}件：{title}', 'letter', [{ at: 12, field: 'title' }]],
    ['您有{count}件，编号{number}', 'sms', [{ at: 14, field: 'number' }]],
    ['{count', 'group', [{ at: 1, field: '{' }]],
    ['a}', 'group', [{ at: 2, field: '}' }]],
    ['{}', 'letter', [{ at: 1, field: '' }]],
    [
      '{{count}}',
      'letter',
      [
        { at: 1, field: '{' },
        { at: 9, field: '}' },
      ],
    ],
  ] as const)('%s (%s) is refused with the place', (text, form, flaws) => expect(flawsOf(text, form)).toEqual(flaws));

  it('leaves out a line without any value, and nothing where one of several is missing', () =>
    expect(filled('编号：{number}\n期限：{due}\n{number}{due}。\n完', { number: '1' })).toBe('编号：1\n1。\n完'));
});
