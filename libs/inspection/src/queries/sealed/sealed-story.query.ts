import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type ChainHead, faultInChain, type SealedAct } from '../../domain/sealed/sealed-chain.js';
import type { Capacity } from '../../domain/sealed/sealed-release.js';
import type { InspectorBrief } from '../../http/plan/inspection.view.js';
import type { DiscoveryView, KnowledgeView, SealedActView, SealedStoryView } from '../../http/sealed/sealed.view.js';
import { type ReadLink, SealedChain, sha256 } from '../../usecases/sealed/custody/chain-store.js';
import type { OpenedPlan } from '../../usecases/sealed/custody/opened-plan.js';
import { type SealedAsk, SealedCustody } from '../../usecases/sealed/custody/sealed-custody.js';
import { aboutChain } from '../../usecases/sealed/custody/sealed-rows.js';
import { peopleByIds } from '../plan/plan-view.js';

const everybody: readonly Capacity[] = ['planner', 'principal', 'auditor'];

const discoveriesSql = `
  select coalesce(s.name, u.short_name) as place, jsonb_build_object('id', u.id, 'shortName', u.short_name) as unit, v.arrived_at as "arrivedAt", v.discovered_at as "discoveredAt"
  from visit v join unit u on u.id = v.unit_id left join site s on s.id = v.site_id
  where v.inspection_id = $1 and v.arrived_at is not null and (s.kind is null or s.kind <> 'household') order by v.arrived_at, v.id limit 1000`;

/** The sealed chain read back: who could know what when, whether it is whole, and when the inspected noticed. */
@Injectable()
export class SealedStory {
  constructor(
    private readonly custody: SealedCustody,
    private readonly chain: SealedChain,
  ) {}

  /** For every named person, auditors too. @throws Fault as `SealedCustody.open` */
  read(ask: SealedAsk): Promise<SealedStoryView> {
    return this.custody.open(ask, { act: 'read_chain', capacities: everybody }, async (opened) => {
      const { tx, id, row } = opened;
      await opened.record();
      const links = await this.links(opened);
      const head = await headInMainChain(tx, id);
      const fault = faultInChain(id, links, head, sha256);
      const unread = links.find(({ act }) => act.act === 'unreadable');
      return {
        whole: fault === null && unread === undefined,
        brokenAt: fault?.seq ?? unread?.seq ?? null,
        brokenBy: fault?.kind ?? (unread ? 'unreadable' : null),
        head: head?.hash ?? null,
        headActs: head?.seq ?? null,
        releasedAt: row.releasedAt,
        ...(await this.told(tx, links, row.releasedAt)),
        discoveries: row.releasedAt === null ? [] : await tx.query<DiscoveryView[]>(discoveriesSql, [id]),
      };
    });
  }

  private async links({ tx, id, row, key }: OpenedPlan): Promise<ReadLink[]> {
    const chainPrivate = key.open(row.chainBox, aboutChain(id));
    if (!chainPrivate) throw new Error('the chain does not open');
    try {
      return await this.chain.read(tx, id, chainPrivate, row.chainPublic);
    } finally {
      chainPrivate.fill(0);
    }
  }

  private async told(
    tx: EntityManager,
    links: readonly ReadLink[],
    releasedAt: Date | null,
  ): Promise<Pick<SealedStoryView, 'acts' | 'knowledge'>> {
    const said = links.map(({ act }) => act);
    const knowers = [...new Set(said.flatMap((act) => knowersOf(act)))];
    const doers = said.flatMap(({ personId }) => personId ?? []);
    const people = await peopleByIds(tx, [...new Set([...knowers, ...doers])]);
    const person = (id: string): InspectorBrief => people.get(id) ?? { id, name: '', unit: null };
    const acts = links.map(({ seq, hash, act: { personId, ...act } }): SealedActView => ({
      ...{ seq, ...act, person: personId === null ? null : person(personId) },
      hash: Buffer.from(hash).toString('hex'),
    }));
    const until = releasedAt?.toISOString() ?? null;
    return { acts, knowledge: knowers.map((id) => knowledgeOf(person(id), said, until)) };
  }
}

/** What somebody called up does on their own side: they are told nothing of the plan. */
const ownSide: readonly string[] = ['call_up_acknowledge', 'call_up_device_enrol'];
const showsNothing: readonly string[] = ['join', 'recover', ...ownSide];

/** Refusals, joining and what the called do show nothing of the plan; every other act does. */
const shows = ({ act }: SealedAct): boolean => !act.endsWith('.refused') && !showsNothing.includes(act);

/** Who opened the plan, tried to, or was named in it; whoever was only called up is none of them. */
const knowersOf = ({ act, personId, facts: { personId: named } }: SealedAct): string[] => [
  ...(personId === null || ownSide.includes(act) ? [] : [personId]),
  ...(typeof named !== 'string' || act.startsWith('call_up') ? [] : [named]),
];

function knowledgeOf(person: InspectorBrief, acts: readonly SealedAct[], releasedAt: string | null): KnowledgeView {
  const own = acts.filter(({ personId }) => personId === person.id);
  const seen = own.filter((act) => shows(act));
  const drawnAt = acts.find(({ act }) => act === 'draw')?.at;
  const named = acts.find(
    ({ act, personId, facts }) =>
      (act === 'start' && personId === person.id) || (act === 'invite' && facts['personId'] === person.id),
  );
  const withPlaces = seen.filter(
    ({ at }) => drawnAt !== undefined && at >= drawnAt && (releasedAt === null || at <= releasedAt),
  );
  return {
    person,
    namedAt: named?.at ?? null,
    firstOpenedAt: seen[0]?.at ?? null,
    openings: seen.length,
    openingsWithPlaces: withPlaces.length,
    refusals: own.length - own.filter(({ act }) => !act.endsWith('.refused')).length,
  };
}

/** What the release wrote into the main chain about this one. */
async function headInMainChain(tx: EntityManager, id: string): Promise<ChainHead | null> {
  const [row] = await tx.query<{ hash: string; seq: number }[]>(
    `select facts ->> 'sealedHead' as hash, (facts ->> 'sealedActs')::int as seq from audit_row where act = 'inspection.release' and subject_id = $1 and facts ? 'sealedHead'`,
    [id],
  );
  return row ?? null;
}
