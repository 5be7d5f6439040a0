import { type MatterStanding, possibleMatterActions } from './matter-actions.js';
import { kindsByHand, kindsByImport, matterKindNames, matterKinds } from './matter-kind.js';

const message: MatterStanding = {
  kind: 'netizen_message',
  state: 'received',
  merged: false,
  hasMerged: false,
  proposalPending: false,
  hasOpenTask: false,
  unanswered: 1,
  owed: 1,
};

describe('what may be done to a matter', () => {
  it('offers everything of triage to a fresh message', () => {
    expect(possibleMatterActions(message)).toEqual(['triage', 'propose', 'register', 'reply', 'file', 'merge', 'decline', 'hand_over']);
  });

  it('never declines a deputy suggestion or an instruction', () => {
    for (const kind of ['deputy_suggestion', 'instruction'] as const)
      expect(possibleMatterActions({ ...message, kind })).not.toContain('decline');
  });

  it('answers nobody while a task still runs', () => {
    expect(possibleMatterActions({ ...message, state: 'registered', hasOpenTask: true })).toEqual([]);
    expect(possibleMatterActions({ ...message, state: 'registered' })).toEqual(['reply']);
  });

  it('closes only what owes no reply', () => {
    const decision = { ...message, kind: 'meeting_decision', state: 'registered', unanswered: 0, owed: 0 } as const;
    expect(possibleMatterActions(decision)).toEqual(['close']);
    expect(possibleMatterActions({ ...decision, hasOpenTask: true })).toEqual([]);
    expect(possibleMatterActions({ ...decision, unanswered: 2, owed: 2 })).toEqual(['reply']);
  });

  it('answers merged askers through the matter they were merged into', () => {
    expect(possibleMatterActions({ ...message, state: 'merged', merged: true })).toEqual([]);
    expect(possibleMatterActions({ ...message, hasMerged: true })).toEqual(['triage', 'propose', 'register', 'reply', 'merge']);
  });

  it('lets no second proposal go out while one waits', () => {
    expect(possibleMatterActions({ ...message, proposalPending: true })).not.toContain('propose');
  });

  it.each([
    ['replied', []],
    ['closed', ['reopen']],
    ['filed', []],
    ['declined', ['return']],
    ['handed_over', ['return']],
  ] as const)('offers for %s: %j', (state, actions) => {
    expect(possibleMatterActions({ ...message, state, unanswered: 0, owed: 0 })).toEqual(actions);
  });
});

describe('kinds of matter', () => {
  it('has a mark of its own for every kind', () => {
    expect(new Set(matterKindNames.map((kind) => matterKinds[kind].mark)).size).toBe(matterKindNames.length);
  });

  it('takes three kinds by hand and four by sheet', () => {
    expect(kindsByHand).toEqual(['instruction', 'netizen_message', 'meeting_decision']);
    expect(kindsByImport).toEqual(['netizen_message', 'deputy_suggestion', 'cppcc_proposal', 'hotline']);
  });
});
