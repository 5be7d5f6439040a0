import { type Lifecycle, reachableStates, statesOf } from '@ducha/kernel';
import { lifecycles as ofAccess } from '@ducha/access';
import { lifecycles as ofClocks } from '@ducha/deadline';
import { lifecycles as ofInspections } from '@ducha/inspection';
import { lifecycles as ofMatters } from '@ducha/matter';
import { lifecycles as ofNeeds } from '@ducha/need';
import { lifecycles as ofNotices } from '@ducha/notice';
import { lifecycles as ofPrivacy } from '@ducha/privacy';
import { lifecycles as ofSlips } from '@ducha/slip';
import { lifecycles as ofTasks } from '@ducha/task';

const published = Object.entries<Lifecycle<string, string>>({
  ...ofAccess,
  ...ofClocks,
  ...ofInspections,
  ...ofMatters,
  ...ofNeeds,
  ...ofNotices,
  ...ofPrivacy,
  ...ofSlips,
  ...ofTasks,
});

test.each(published)('lifecycle of %s: every state can be reached', (_name, lifecycle) => {
  expect([...reachableStates(lifecycle)].sort()).toEqual(statesOf(lifecycle).sort());
});

test('an orphan state would be seen', () => {
  const orphaned: Lifecycle<'new' | 'done' | 'lost', 'end'> = {
    initial: 'new',
    moves: { new: { end: 'done' }, done: {}, lost: { end: 'done' } },
  };
  expect([...reachableStates(orphaned)]).toEqual(['new', 'done']);
});
