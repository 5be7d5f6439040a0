import { mayMean, type PostedPerson } from './named-person.js';
import { type Account, findingWords, householdKnown, teamKnown } from './recognition.js';

const spoken: Record<string, string[]> = { 夏督查: ['xia', 'du', 'cha'], 欧阳秀英: ['ou', 'yang', 'xiu', 'ying'] };
const speak = (name: string): string[] => spoken[name] ?? [];
const secretary: PostedPerson = { name: '夏督查', role: 'first_secretary' };
const member: PostedPerson = { name: '欧阳秀英', role: 'team_member' };
const account = (change: Partial<Account> = {}): Account => ({
  ...{ knows: true, named: [], members: null, incomes: [], policies: [], ...change },
});

describe('a name that somebody said', () => {
  it.each([
    '夏督查',
    ' 夏 督查 ',
    'xiaducha',
    'Xia Ducha',
    '夏书记',
    '夏第一书记',
    '小夏',
    '老夏',
    '夏**',
    '夏某',
    '夏同志',
  ])('%s may mean the first secretary', (said) => expect(mayMean(said, secretary, speak)).toBe(true));
  it.each(['夏队长', '下书记', '夏天', '夏', '督查', 'xia', '李书记', '书记', '', '不知道', '欧阳'])(
    '%s does not',
    (said) => expect(mayMean(said, secretary, speak)).toBe(false),
  );
  it('knows surnames of two characters', () => {
    expect(mayMean('欧阳队员', member, speak)).toBe(true);
    expect(mayMean('欧队员', member, speak)).toBe(false);
    expect(mayMean("ou'yang xiuying", member, speak)).toBe(true);
  });
});

describe('a household about its team', () => {
  it('needs one name of those posted', () => {
    expect(teamKnown(account({ named: ['张三', '夏书记'] }), [secretary, member], speak).outcome).toBe('matches');
    expect(teamKnown(account({ named: ['张三'] }), [secretary], speak)).toEqual({
      outcome: 'differs',
      differs: ['team'],
    });
    expect(teamKnown(account({ knows: false }), [secretary], speak).outcome).toBe('differs');
    expect(teamKnown(account({ knows: false }), [], speak).outcome).toBe('unknown');
  });
});

describe('a team member about a household', () => {
  const home = account({ members: 4, incomes: ['wages', 'farming'], policies: ['medical', 'education'] });
  const told = (change: Partial<Account>) =>
    householdKnown(
      account({ members: 4, incomes: ['wages'], policies: ['medical'], ...change }),
      home,
      [secretary],
      speak,
    );
  it('says in what it differs', () => {
    expect(told({})).toEqual({ outcome: 'matches', differs: [] });
    expect(told({ members: 3, incomes: ['business'], policies: ['pension'] }).differs).toEqual([
      'members',
      'incomes',
      'policies',
    ]);
    expect(told({ knows: false }).differs).toEqual(['members', 'incomes', 'policies']);
    expect(told({ named: ['李四'] }).differs).toEqual(['posting']);
    expect(householdKnown(account({ policies: ['job'] }), account(), [], speak).differs).toEqual(['policies']);
    expect(householdKnown(account(), null, [secretary], speak).outcome).toBe('unknown');
  });
  it('is told in words that give nothing away', () => {
    expect(findingWords('team_member', account(), ['posting', 'members'])).toBe(
      '受访人自称驻村队员，派驻登记中没有此人；驻村队员所答该户家庭人口与农户所说不符',
    );
    expect(findingWords('household', account({ knows: false }), ['team'])).toBe('农户说不出驻村工作队、帮扶责任人是谁');
  });
});
