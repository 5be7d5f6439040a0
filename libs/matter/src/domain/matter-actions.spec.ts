import { type MatterStanding, possibleMatterActions } from './matter-actions.js';
import { kindsByHand, kindsByImport, matterKindNames, matterKinds } from './matter-kind.js';

const message: MatterStanding = {
  kind: 'netizen_message',
  state: 'received',
  isMerged: false,
  hasMerged: false,
  restricted: false,
  receiptAwaited: false,
  unjudged: 0,
  proposalPending: false,
  hasOpenTask: false,
  unanswered: 1,
  owed: 1,
};

/** Without a leader's word, which is possible at any time. */
const possible = (matter: MatterStanding) =>
  possibleMatterActions(matter).filter((action) => action !== 'instructions');

describe('what may be done to a matter', () => {
  it('offers everything of triage to a fresh message', () => {
    expect(possible(message)).toEqual([
      'triage',
      'propose',
      'register',
      'reply',
      'file',
      'merge',
      'decline',
      'hand_over',
      'pass_on',
      'restrict',
    ]);
  });

  it('never declines a deputy suggestion or an instruction', () => {
    for (const kind of ['deputy_suggestion', 'instruction'] as const)
      expect(possible({ ...message, kind })).not.toContain('decline');
  });

  it('answers nobody while a task still runs', () => {
    expect(possible({ ...message, state: 'registered', hasOpenTask: true })).toEqual([]);
    expect(possible({ ...message, state: 'registered' })).toEqual(['reply']);
  });

  it('closes only what owes no reply', () => {
    const decision = { ...message, kind: 'meeting_decision', state: 'registered', unanswered: 0, owed: 0 } as const;
    expect(possible(decision)).toEqual(['close']);
    expect(possible({ ...decision, hasOpenTask: true })).toEqual([]);
    expect(possible({ ...decision, unanswered: 2, owed: 2 })).toEqual(['reply']);
  });

  it('answers merged askers through the matter they were merged into', () => {
    expect(possible({ ...message, state: 'merged', isMerged: true })).toEqual([]);
    expect(possible({ ...message, hasMerged: true })).toEqual(['triage', 'propose', 'register', 'reply', 'merge']);
  });

  it('keeps an accusation on the restricted way', () => {
    const accusation = { ...message, kind: 'petition', restricted: true } as const;
    expect(possible(accusation)).toEqual(['triage', 'reply', 'file', 'decline', 'hand_over', 'pass_on']);
    expect(possible({ ...accusation, state: 'handed_over', receiptAwaited: true })).toEqual(['receipt', 'return']);
  });

  it('calls back only where the kind asks, and who has not judged yet', () => {
    const ticket = { ...message, kind: 'hotline', state: 'replied', unanswered: 0, owed: 0, unjudged: 1 } as const;
    expect(possible(ticket)).toEqual(['call_back']);
    expect(possible({ ...ticket, unjudged: 0 })).toEqual([]);
    expect(possible({ ...ticket, kind: 'netizen_message' })).toEqual([]);
  });

  it('lets no second proposal go out while one waits', () => {
    expect(possible({ ...message, proposalPending: true })).not.toContain('propose');
  });

  it.each([
    ['replied', []],
    ['closed', ['reopen']],
    ['filed', []],
    ['declined', ['return']],
    ['handed_over', ['return']],
  ] as const)('offers for %s: %j', (state, actions) => {
    expect(possible({ ...message, state, unanswered: 0, owed: 0 })).toEqual(actions);
  });
});

describe('kinds of matter', () => {
  it('has a mark of its own for every kind', () => {
    expect(new Set(matterKindNames.map((kind) => matterKinds[kind].mark)).size).toBe(matterKindNames.length);
  });

  it('are all entered by hand and by sheet, but for the one that the system makes', () => {
    expect(kindsByHand).toEqual(matterKindNames.filter((kind) => kind !== 'inspection_finding'));
    expect(kindsByImport).toEqual(kindsByHand);
  });
});
