import type { ActFacts, ActRecord } from '@ducha/audit';
import { type Share, sharesByTask } from '../domain/shares.js';
import type { Opening, OpenTasksCommand } from './new-task.js';

const eventOfDoor = {
  instruction: 'instruct',
  mandate: 'register',
  approved_proposal: 'approve',
  parent: 'register',
} as const;

/** The audit rows of an opening: every move a task made on the way, so that a timeline reads the same however it was opened. */
export function actsOfOpening(
  openings: readonly Opening[],
  shares: readonly Share[],
  dispatchId: string,
  command: OpenTasksCommand,
): ActRecord[] {
  const units = sharesByTask(shares);
  return openings.flatMap((opening): ActRecord[] => {
    const base = { subject: { type: 'task', id: opening.id }, by: command.by };
    const { registeredBy } = command;
    if (!registeredBy)
      return [{ ...base, act: 'task.draft', to: 'draft', facts: origin(opening), words: command.words ?? null }];
    const facts = {
      ...origin(opening),
      door: registeredBy.door,
      recordId: registeredBy.recordId,
      ...inNameOf(command),
    };
    const registered: ActRecord = {
      ...base,
      act: `task.${eventOfDoor[registeredBy.door]}`,
      from: registeredBy.door === 'approved_proposal' ? 'proposed' : 'draft',
      to: 'registered',
      facts,
      words: command.words ?? null,
    };
    if (opening.state !== 'dispatched') return [registered];
    const unitIds = (units.get(opening.id) ?? []).map(({ unitId }) => unitId);
    return [
      registered,
      {
        ...base,
        act: 'task.dispatch',
        from: 'registered',
        to: 'dispatched',
        facts: { dispatchId, unitIds, ...inNameOf(command) },
      },
    ];
  });
}

function origin({ task }: Opening): ActFacts {
  return { matterId: task.matterId, parentId: task.parentId };
}

function inNameOf({ inNameOf: leaderId }: OpenTasksCommand): ActFacts {
  return leaderId ? { inNameOf: leaderId } : {};
}
