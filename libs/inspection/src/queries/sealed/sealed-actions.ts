import { eventsFrom } from '@ducha/kernel';
import { inspectionLifecycle } from '../../domain/plan/inspection-lifecycle.js';
import type { SealedDocument } from '../../domain/sealed/sealed-document.js';
import type { SealedAskedView } from '../../http/sealed/sealed.view.js';
import type { Opener } from '../../usecases/sealed/custody/opened-plan.js';

/** What a named person may do with a sealed plan now. */
export function sealedActions(
  document: SealedDocument,
  { capacity, personId }: Opener,
  asked: SealedAskedView | null,
): string[] {
  if (capacity === 'auditor') return [];
  const { state, plan, proposed, amendments } = document;
  const events = eventsFrom(inspectionLifecycle, state).filter((event) => {
    if (event === 'instruct') return capacity === 'principal';
    if (event === 'approve') return capacity === 'principal' && proposed?.by !== personId;
    if (event === 'release') return state === 'sealed';
    if (event === 'amend') return !amendments.some((one) => one.state === 'proposed');
    return event === 'propose' || event === 'seal' || event === 'cancel';
  });
  const isAsker = asked?.releasers.some(({ person, asks }) => asks && person.id === personId) === true;
  const hasConfirmed = asked?.releasers.some(({ person }) => person.id === personId) === true;
  const isOpen = state !== 'released' && state !== 'cancelled';
  return [
    ...(state === 'draft' ? ['plan'] : []),
    ...(state === 'planned' && capacity === 'planner' && plan.villagesPerUnit !== null ? ['draw'] : []),
    ...events.filter((event) => event !== 'release'),
    ...(events.includes('release') && (asked === null || isAsker) ? ['ask_release'] : []),
    ...(events.includes('release') && asked !== null && !hasConfirmed ? ['confirm_release'] : []),
    'invite',
    ...(isOpen ? ['withdraw'] : []),
  ];
}
