import type { Json, PersonKey, UnitKey, World } from '#test-kit';
import { FindingStory } from '../../flows/stories/finding-story.js';
import { SealedPlanStory } from '../../flows/stories/sealed-story.js';

/** An inspection as it was planted. */
export interface KnownInspection {
  readonly id: string;
  readonly released: boolean;
  readonly objects: readonly UnitKey[];
  readonly members: readonly PersonKey[];
}

/** A finding about a unit; `handedBy` where it went to an organ as a clue of an offence. */
export interface KnownFinding {
  readonly id: string;
  readonly inspection: KnownInspection;
  readonly unit: UnitKey;
  readonly told: boolean;
  readonly handedBy: PersonKey | null;
  /** To whom a review gave it to read, together with its conclusion. */
  readonly reviewer: PersonKey | null;
}

/** A conclusion about a unit, and whether the unit holds it. */
export interface KnownConclusion {
  readonly id: string;
  readonly inspection: KnownInspection;
  readonly unit: UnitKey;
  readonly sent: boolean;
  readonly reviewer: PersonKey | null;
}

/** A review for which a unit applied. */
export interface KnownReview {
  readonly id: string;
  readonly unit: UnitKey;
  readonly reviewer: PersonKey | null;
}

/** A sealed plan, and who is named in it. */
export interface KnownSealed {
  readonly id: string;
  readonly named: readonly PersonKey[];
}

/** What an inspection leaves behind. */
export type KnownOfInspection =
  | { readonly object: 'inspection'; readonly record: KnownInspection }
  | { readonly object: 'sealed_inspection'; readonly record: KnownSealed }
  | { readonly object: 'finding'; readonly record: KnownFinding }
  | { readonly object: 'conclusion'; readonly record: KnownConclusion }
  | { readonly object: 'review'; readonly record: KnownReview };

/** Where such records and their canaries are kept. */
export interface Keeps {
  said(): string;
  belong(of: KnownOfInspection): void;
  readonly records: { push(known: KnownOfInspection): void };
}

const withGroups: readonly PersonKey[] = [
  ...(['groupLeader', 'officer', 'invited', 'groupMember', 'officer2', 'proponent', 'bureauHead'] as const),
];

/**
 * One inspection out with findings in every relation, a conclusion under review and one that is only drafted; one of
 * others; one that is still a secret. By the routes that people use.
 */
export async function plantInspections(world: World, p: Keeps): Promise<void> {
  const story = new FindingStory(world);
  await story.begins({ purpose: p.said(), scope: p.said() });
  const objects: readonly UnitKey[] = ['town', 'water', 'housing', 'city'];
  const out: KnownInspection = { id: story.id, released: true, objects, members: withGroups };
  keep(p, { object: 'inspection', record: out });
  const planting = new PlantedFindings(world, p, story, out);
  await planting.findings();
  await planting.conclusions();
  await plantOthers(world, p, story);
  await plantSealed(world, p, story);
  // whoever was given a post goes on in their own: as members they are known by person
  await world.store.query(
    'update post set to_at = now() where id in (select post_id from inspection_member where post_id is not null)',
  );
}

function keep(p: Keeps, known: KnownOfInspection): void {
  p.records.push(known);
  p.belong(known);
}

/** Findings, conclusions and a review of one inspection. */
class PlantedFindings {
  private told: string | null = null;

  constructor(
    private readonly world: World,
    private readonly p: Keeps,
    private readonly story: FindingStory,
    private readonly inspection: KnownInspection,
  ) {}

  async findings(): Promise<void> {
    const { story, p } = this;
    const known = (id: string, unit: UnitKey, more: Partial<KnownFinding> = {}): KnownOfInspection => ({
      object: 'finding',
      record: { id, inspection: this.inspection, unit, told: false, handedBy: null, reviewer: null, ...more },
    });
    keep(p, known((await story.finds('officer', 'village', { words: p.said() })).id, 'town'));
    const bound = await story.confirmed('officer', 'village', { words: p.said() });
    this.told = bound.id;
    keep(p, known(bound.id, 'town', { told: true, reviewer: 'reviewer' }));
    keep(p, known((await story.finds('groupMember', 'water', { words: p.said() })).id, 'water'));
    const ordered = await story.confirmed('groupMember', 'water', { words: p.said() });
    const order = { demand: p.said(), dueAt: await story.inDays(15) };
    await story.does('officer', 'findings', ordered.id, 'order', order);
    keep(p, known(ordered.id, 'water', { told: true }));
    const clue = await story.finds('officer', 'village', { words: p.said() });
    const given = { organ: 'supervisory', toOrgan: p.said(), reason: p.said() };
    await story.does('officer2', 'findings', clue.id, 'hand-over', given);
    keep(p, known(clue.id, 'town', { handedBy: 'officer2' }));
  }

  async conclusions(): Promise<void> {
    const { story, p, world } = this;
    const known = (id: string, unit: UnitKey, sent: boolean): KnownOfInspection => ({
      object: 'conclusion',
      record: { id, inspection: this.inspection, unit, sent, reviewer: sent ? 'reviewer' : null },
    });
    const drafted = await this.drafts('water', []);
    keep(p, known(drafted.id, 'water', false));
    const { id } = await this.drafts('town', this.told === null ? [] : [this.told]);
    const by = { person: 'townHead' } as const;
    await story.does('officer2', 'conclusions', id, 'fact-check');
    const points = [{ findingId: this.told, words: p.said() }];
    await story.does(by.person, 'conclusions', id, 'statement', { words: p.said(), points });
    const stands = { outcome: 'stands', reason: p.said() };
    await story.does('officer2', 'conclusions', id, `points/${this.told ?? ''}/decide`, stands);
    await story.does('magistrate', 'conclusions', id, 'issue');
    await story.does(by.person, 'conclusions', id, 'receive');
    keep(p, known(id, 'town', true));
    const review = await story.does(by.person, 'conclusions', id, 'reviews', { grounds: p.said() });
    const reviewerId = world.county.person.reviewer;
    await story.does('secretary', 'reviews', review.id, 'admit', { reviewerId });
    keep(p, { object: 'review', record: { id: review.id, unit: 'town', reviewer: 'reviewer' } });
  }

  private async drafts(unit: UnitKey, findingIds: readonly string[]): Promise<Json> {
    const body = { unitId: this.story.unit(unit), words: this.p.said(), findingIds };
    return this.world.as('officer2').does(`/inspections/${this.story.id}/conclusions`, body);
  }
}

/** An inspection on which nobody of the groups goes along, and one that nobody but its planners may know of. */
async function plantOthers({ county: { person, unit } }: World, p: Keeps, { out }: FindingStory): Promise<void> {
  const plan = (leader: PersonKey, unitKey: UnitKey): object => ({
    ...{ name: p.said(), purpose: p.said(), scope: p.said() },
    objects: [{ unitId: unit[unitKey] }],
    sites: [],
    groups: [{ name: '一组', charter: p.said(), leaderId: person[leader], memberIds: [], unitIds: [unit[unitKey]] }],
  });
  const strange = await out.released(plan('officer2', 'office'));
  keep(p, {
    object: 'inspection',
    record: { id: strange, released: true, objects: ['office'], members: ['officer2'] },
  });
  const days = { fromOn: await out.day(40), toOn: await out.day(41) };
  const secret = await out.planned({ ...plan('groupLeader', 'housing'), ...days });
  keep(p, {
    object: 'inspection',
    record: { id: secret, released: false, objects: ['housing'], members: ['groupLeader'] },
  });
}

/** Two sealed plans: each of the readers named in one knows nothing of the other. */
async function plantSealed(world: World, p: Keeps, { out }: FindingStory): Promise<void> {
  const sealed = new SealedPlanStory(world, out);
  const words = (): object => ({ name: p.said(), purpose: p.said(), scope: p.said() });
  const known = (id: string, named: readonly PersonKey[]): KnownOfInspection => ({
    object: 'sealed_inspection',
    record: { id, named },
  });
  keep(p, known(await sealed.started(words(), ['magistrate']), ['bureauHead', 'magistrate']));
  keep(p, known(await sealed.started(words(), ['secretary'], 'officer'), ['officer', 'secretary']));
}
