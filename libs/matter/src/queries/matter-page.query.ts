import { Injectable } from '@nestjs/common';
import { type Actor, mayEver, scopeSql, SqlParams, unitRoles } from '@ducha/access';
import { EvidenceLinks } from '@ducha/evidence';
import { holdsNumbers } from '@ducha/kernel';
import { prepared, Store } from '@ducha/store';
import { leaderBehind, TaskBriefs, TaskPapers } from '@ducha/task';
import { matterKinds } from '../domain/matter-kind.js';
import { maskedContact } from '../domain/masked-contact.js';
import type { HandlingProposalView, MatterView, ReplyView, SignatoryView } from '../http/matter.view.js';
import { matterFault } from '../matter-faults.js';
import { type ListFacts, listColumns, listRowOf } from './matter-list.query.js';
import { filedColumns } from './matter-file.js';
import { standingColumns } from './matter-standing.js';

interface Masking {
  /** The reader may be shown what is masked here; the use case asks again. */
  readonly mayUnmask: boolean;
}

type PageFacts = Masking &
  ListFacts &
  Pick<
    MatterView,
    | 'body'
    | 'clock'
    | 'fields'
    | 'restriction'
    | 'handOvers'
    | 'callBacks'
    | 'categories'
    | 'foreignId'
    | 'meeting'
    | 'round'
    | 'importId'
    | 'mandateId'
    | 'registeredAt'
    | 'registeredBy'
    | 'createdBy'
    | 'createdAt'
    | 'signatories'
    | 'mergedInto'
    | 'merged'
    | 'hold'
    | 'purged'
  > & { readonly hasTasks: boolean; readonly hasReplies: boolean; readonly hasProposals: boolean };

const person = (id: string): string =>
  `(select jsonb_build_object('id', p.id, 'name', p.name) from person p where p.id = ${id})`;
const matterRef = (o: string): string =>
  `jsonb_build_object('id', ${o}.id, 'title', ${o}.title, 'intakeNo', ${o}.intake_no)`;
const unit = (id: string): string =>
  `(select jsonb_build_object('id', u.id, 'shortName', u.short_name) from unit u where u.id = ${id})`;

const pageColumns = `m.body, m.fields, ${filedColumns}, m.foreign_id as "foreignId", m.meeting, m.round, m.import_id as "importId", m.mandate_id as "mandateId", m.registered_at as "registeredAt",
  ${person('m.registered_by')} as "registeredBy", ${person('m.created_by')} as "createdBy", m.created_at as "createdAt",
  (select coalesce(jsonb_agg(c.category order by c.category), '[]') from matter_category c where c.matter_id = m.id) as categories,
  (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name, 'contact', g.contact, 'isProtected', g.is_protected, 'isPerson', g.person_id is not null) order by g.sort, g.id), '[]') from signatory g where g.matter_id = m.id) as signatories,
  (select jsonb_build_object('basis', h.basis, 'reason', h.reason, 'placedBy', ${person('h.placed_by')}, 'placedAt', h.placed_at) from matter_hold h where h.matter_id = m.id and h.lifted_at is null) as hold,
  (select coalesce(jsonb_agg(jsonb_build_object('part', b.part, 'removed', b.removed, 'purgedAt', b.purged_at, 'purgeId', b.purge_id) order by b.part), '[]') from purge_tombstone b where b.matter_id = m.id) as purged,
  (select ${matterRef('x')} from matter x where x.id = m.merged_into_id) as "mergedInto",
  (select coalesce(jsonb_agg(${matterRef('x')} order by x.id), '[]') from matter x where x.merged_into_id = m.id) as merged,
  (select jsonb_build_object('kind', c.kind, 'dueAt', c.due_at, 'breached', c.due_at < now()) from clock c where c.matter_id = m.id and c.state = 'running' limit 1) as clock,
  exists (select 1 from task t where t.matter_id = m.id) as "hasTasks", exists (select 1 from handling_proposal h where h.matter_id = m.id) as "hasProposals",
  exists (select 1 from matter w join reply r on r.matter_id = w.id where w.id = m.id or w.merged_into_id = m.id) as "hasReplies"`;

/** One matter with everything that belongs to it. */
@Injectable()
export class MatterPage {
  constructor(
    private readonly store: Store,
    private readonly tasks: TaskBriefs,
    private readonly papers: TaskPapers,
    private readonly evidence: EvidenceLinks,
  ) {}

  /** @throws Fault `matter.notFound`, also when this person may not see it */
  async read(id: string, by: Actor): Promise<MatterView> {
    const params = new SqlParams();
    const facts = await this.store.queryOne<PageFacts>(
      prepared(
        `select ${listColumns}, ${standingColumns}, ${pageColumns}, ${scopeSql('matter.unmask', by, 'm', params)} as "mayUnmask" from matter m where m.id = ${params.add(id)}::uuid and ${scopeSql('matter.read', by, 'm', params)}`,
      ),
      params.values,
    );
    if (!facts) throw matterFault('notFound');
    return {
      ...listRowOf(facts, by),
      ...detailsOf(facts),
      ...maskingOf(facts, by),
      signatories: facts.signatories.map(masked),
      tasks: facts.hasTasks ? await this.tasks.ofMatter(id, by) : [],
      replies: facts.hasReplies ? await this.replies(id) : [],
      proposals: facts.hasProposals ? await this.proposals(id, by) : [],
      instructions: await this.papers.instructions(id),
      evidence: (await this.evidence.about(id)).map(({ subjectType: _type, subjectId: _id, ...file }) => file),
    };
  }

  private replies(matterId: string): Promise<ReplyView[]> {
    return this.store.query<ReplyView>(
      prepared(`select r.id, r.signatory_id as "signatoryId", r.matter_id as "matterId", r.round, r.number, r.body, ${person('r.signed_off_by')} as "signedOffBy",
         r.replied_at as "repliedAt", r.token_used_at as "firstReadAt", r.feedback, r.feedback_words as "feedbackWords", r.feedback_at as "feedbackAt", r.lapsed_at as "lapsedAt"
       from matter w join reply r on r.matter_id = w.id where w.id = $1 or w.merged_into_id = $1 order by r.round desc, r.id limit 500`),
      [matterId],
    );
  }

  private async proposals(matterId: string, by: Actor): Promise<HandlingProposalView[]> {
    const rows = await this.store.query<Omit<HandlingProposalView, 'actions'>>(
      prepared(`select h.id, h.version, h.wording, ${unit('h.lead_unit_id')} as "leadUnit",
         (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'shortName', u.short_name) order by u.sort), '[]') from unit u where u.id = any(h.assist_unit_ids)) as "assistUnits",
         h.due_at as "dueAt", ${person('h.for_person_id')} as "forPerson", ${person('h.proposed_by')} as "proposedBy", h.proposed_at as "proposedAt",
         h.decision, h.decided_words as "decidedWords", ${person('h.decided_by')} as "decidedBy", h.decided_at as "decidedAt"
       from handling_proposal h where h.matter_id = $1 order by h.id desc limit 100`),
      [matterId],
    );
    return rows.map((row) => ({ ...row, actions: mayDecide(row, by) ? ['decide'] : [] }));
  }
}

function detailsOf(facts: PageFacts) {
  const { body, fields, categories, foreignId, meeting, round, importId, mandateId, mergedInto, merged } = facts;
  const { restriction, handOvers, callBacks, hold, purged, clock } = facts;
  const { registeredAt, registeredBy, createdBy, createdAt } = facts;
  const origin = { foreignId, meeting, importId, createdBy, createdAt };
  const filed = { fields, restriction, handOvers, callBacks, hold, purged };
  return {
    body,
    clock,
    ...filed,
    categories,
    round,
    ...origin,
    mandateId,
    registeredAt,
    registeredBy,
    mergedInto,
    merged,
  };
}

/** Which texts are masked on this page, and whether this reader may ask to see what is. */
function maskingOf(facts: PageFacts, by: Actor): Pick<MatterView, 'actions' | 'maskedTexts'> {
  const { title, body, fields, kind, signatories } = facts;
  const texts = [title, body, ...Object.values(fields)].filter((text) => typeof text === 'string');
  const maskedTexts = texts.some(holdsNumbers);
  const hasContact = signatories.some(({ contact, isProtected }) => !isProtected && (contact ?? '') !== '');
  const may = facts.mayUnmask && (!unitRoles.includes(by.role) || matterKinds[kind].unitMeetsAskers);
  const { actions } = listRowOf(facts, by);
  if (may && (maskedTexts || hasContact)) actions.push('unmask');
  if (mayEver('matter.hold', by)) actions.push(facts.hold === null ? 'hold' : 'release');
  return { maskedTexts, actions };
}

function masked(signatory: SignatoryView): SignatoryView {
  return { ...signatory, contact: maskedContact(signatory.contact) };
}

function mayDecide({ decision, forPerson }: Pick<HandlingProposalView, 'decision' | 'forPerson'>, by: Actor): boolean {
  return decision === null && mayEver('handling_proposal.decide', by) && leaderBehind(by) === forPerson.id;
}
