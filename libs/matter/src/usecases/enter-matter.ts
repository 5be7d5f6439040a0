import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { EvidenceLinks } from '@ducha/evidence';
import { Store } from '@ducha/store';
import { MatterClocks } from '@ducha/task';
import { readFields } from '../domain/kind-fields.js';
import { matterKinds } from '../domain/matter-kind.js';
import { matterFault } from '../matter-faults.js';
import { refuseWrongNames } from '../queries/named-in-plan.js';
import { HandlingProposals, type NewHandlingProposal } from './handling-proposals.js';
import { MatterRecords, type NewMatterRecord } from './matter-records.js';
import { fieldTexts, SecrecyScreen } from './secrecy-screen.js';

/** A matter as a person enters it. The kind's common fields have been checked to be there. */
export interface EnterMatterCommand extends Omit<NewMatterRecord, 'fields' | 'restriction' | 'sourceOfficerIds'> {
  /** The own fields of the kind, not checked yet. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** An accusation: whom it must never reach, and who beside the enterer handles it. */
  readonly restriction?: NewMatterRecord['restriction'];
  /** The two who may read the identity of protected signatories. */
  readonly sourceOfficerIds?: readonly string[];
  /** The person declares that nothing in it is classified. */
  readonly declaredUnclassified?: boolean;
  /** The scanned original; files that the same person uploaded. */
  readonly evidenceIds: readonly string[];
  readonly handlingProposal: NewHandlingProposal | null;
}

/** Takes one matter in by hand: its number, its signatories, the scanned original, and if given the handling proposal with it. */
@Injectable()
export class EnterMatter {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly evidence: EvidenceLinks,
    private readonly proposals: HandlingProposals,
    private readonly records: MatterRecords,
    private readonly secrecy: SecrecyScreen,
    private readonly clocks: MatterClocks,
  ) {}

  /** Answers its id. @throws Fault naming the field of whatever does not hold; `matter.classified`, `matter.alreadyEntered` */
  async run(command: EnterMatterCommand): Promise<string> {
    const { kind, by, principalId, occurredAt, receivedAt, restriction = null, evidenceIds } = command;
    await this.screen(command);
    const fields = checkedFields(command);
    return this.store.transaction(async (tx) => {
      refuseForeignLeader(command);
      if (restriction && command.handlingProposal) throw matterFault('restrictedWay');
      const principal = principalId === null ? undefined : { id: principalId, path: 'principalId' };
      await refuseWrongNames(this.store, { ...(principal && { principal }), past: { occurredAt, receivedAt } });
      const { sourceOfficerIds = [] } = command;
      const id = await this.records.write(tx, { ...command, fields, restriction, sourceOfficerIds });
      await this.evidence.tie(tx, evidenceIds, { type: 'matter', id }, id, by);
      const facts = {
        ...{ kind, principalId, evidence: evidenceIds.length, restricted: restriction !== null },
        declaredUnclassified: command.declaredUnclassified ?? false,
      };
      await this.audit.record(tx, { act: 'matter.enter', subject: { type: 'matter', id }, by, to: 'received', facts });
      await this.clocks.follow(tx, [id]);
      if (command.handlingProposal) await this.proposals.put(tx, id, command.handlingProposal, by);
      return id;
    });
  }

  /** Looks through everything that a person wrote, before any of it is kept. */
  private async screen(command: EnterMatterCommand): Promise<void> {
    const { kind, title, body, meeting, foreignId, signatories, categories, handlingProposal, fields = {} } = command;
    if (!matterKinds[kind].secrecyScreen) return;
    const names = signatories.flatMap(({ name, contact }, at): [string, string | null][] => [
      [`signatories[${at}].name`, name],
      [`signatories[${at}].contact`, contact],
    ]);
    const places = categories.map((category, at): [string, string] => [`categories[${at}]`, category]);
    const texts = { title, body, meeting, foreignId, 'handlingProposal.wording': handlingProposal?.wording };
    const named = Object.fromEntries([...names, ...places]);
    await this.secrecy.refuse({ ...texts, ...named, ...fieldTexts(fields) }, command.by);
  }
}

/** The own fields of the kind, checked. @throws Fault `matter.fieldsWrong` naming each */
function checkedFields({ kind, fields = {}, restriction = null }: EnterMatterCommand): NewMatterRecord['fields'] {
  const { values, errors } = readFields(kind, fields, restriction !== null);
  if (errors.length > 0) throw matterFault('fieldsWrong', {}, errors);
  return values;
}

/** A principal enters only his own instructions, an office only those of its leader. */
function refuseForeignLeader({ by, principalId }: EnterMatterCommand): void {
  const own = by.role === 'principal' ? by.personId : by.role === 'leader_office' ? by.servesPersonId : principalId;
  if (principalId !== null && principalId !== own)
    throw matterFault('notAddressedToYou', {}, [
      { path: 'principalId', message: 'is not the leader you act for', constraint: 'ownLeader' },
    ]);
}
