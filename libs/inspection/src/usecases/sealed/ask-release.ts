import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { askingMinutes, mayConfirm, missingToRelease, type Releaser } from '../../domain/sealed/sealed-release.js';
import type { SealedView } from '../../http/sealed/sealed.view.js';
import { askedOf } from '../../queries/sealed/asked.js';
import { SealedPage } from '../../queries/sealed/sealed-page.query.js';
import { sealedFault } from '../../sealed-faults.js';
import type { OpenedPlan } from './custody/opened-plan.js';
import { SealedCustody } from './custody/sealed-custody.js';
import type { SealedCommand } from './draft-sealed.js';
import { moved } from './opened-moves.js';
import { ReleaseSealed } from './release-sealed.js';

/** Releasing is live: one asks, others confirm within minutes, each with their own passphrase; the last one's request does it. */
@Injectable()
export class AskRelease {
  constructor(
    private readonly custody: SealedCustody,
    private readonly page: SealedPage,
    private readonly release: ReleaseSealed,
  ) {}

  /** Asks, or asks again. @param clashReason  why it goes out even if it meets another one @throws Fault `sealed.askedAlready`, `moveRefused` */
  ask(command: SealedCommand, clashReason: string | null): Promise<SealedView> {
    const { version, by } = command;
    return this.custody.open(command, { act: 'ask_release', version }, async (opened) => {
      const { tx, id, document } = opened;
      refuseUnsealed(opened);
      const asked = await askedOf(tx, id, opened.seenVersion);
      if (asked.some(({ asks, personId }) => asks && personId !== by.personId)) throw sealedFault('askedAlready');
      await opened.keep({ ...document, clashReason });
      await tx.query('delete from sealed_asked where sealed_id = $1', [id]);
      await this.note(opened, true);
      return this.page.of(opened);
    });
  }

  /** @throws Fault `sealed.notAsked`, `ownAsking`, `confirmedAlready`, and what a release refuses */
  confirm(command: SealedCommand, clashReason: string | null): Promise<SealedView> {
    const { version, by } = command;
    return this.custody.open(command, { act: 'confirm_release', version }, async (opened) => {
      const { tx, id, row, document } = opened;
      refuseUnsealed(opened);
      const asked = await askedOf(tx, id, opened.seenVersion);
      const fault = mayConfirm(asked, by.personId);
      if (fault !== undefined) throw sealedFault(fault);
      const all: Releaser[] = [...asked, { personId: by.personId, asks: false, capacity: opened.by.capacity }];
      const missing = missingToRelease(all, row.least);
      if (missing.people > 0 || missing.principal) await this.note(opened, false);
      else await this.release.run(opened, by, { releasers: all, clashReason: clashReason ?? document.clashReason });
      return this.page.of(opened);
    });
  }

  private note({ tx, id, by, seenVersion }: OpenedPlan, asks: boolean): Promise<void> {
    return insertAsked(tx, { id, personId: by.personId, asks, version: seenVersion });
  }
}

/** Only what is sealed is released here. */
function refuseUnsealed({ document }: OpenedPlan): void {
  moved(document, 'release');
  if (document.state !== 'sealed') throw sealedFault('moveRefused', { from: document.state, on: 'release' });
}

/** Who confirms joins the asking: it ends for everybody at the same instant. */
async function insertAsked(
  tx: EntityManager,
  { id, personId, asks, version }: { id: string; personId: string; asks: boolean; version: number },
): Promise<void> {
  await tx.query(
    `insert into sealed_asked (sealed_id, person_id, asks, version, at, until)
     select $1, $2, $3, $4, now(), coalesce((select until from sealed_asked where sealed_id = $1 and asks), now() + interval '${askingMinutes} minutes')`,
    [id, personId, asks, version],
  );
}
