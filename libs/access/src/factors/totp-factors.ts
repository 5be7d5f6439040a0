import { Inject, Injectable } from '@nestjs/common';
import { IDS, type Ids } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import { accessFault } from '../access-faults.js';
import { Sealer } from './sealer.js';
import { enrolmentOf, stepOfCode, stepSeconds } from './totp.js';

/** What a person needs to enrol an authenticator application; shown once. */
export interface TotpEnrolment {
  readonly id: string;
  /** `otpauth://…`, for the QR code. */
  readonly address: string;
  /** The same key to be typed by hand, in groups of four. */
  readonly key: string;
}

interface TotpRow {
  id: string;
  sealed_secret: Buffer;
  key_id: string;
  step: number;
}

const secretBytes = 20;
const rowSql = `select id, sealed_secret, key_id, floor(extract(epoch from now()) / ${stepSeconds})::int as step from totp_factor`;

/** Time-based codes (RFC 6238): the secret is sealed at rest, and each code is accepted once. */
@Injectable()
export class TotpFactors {
  constructor(
    private readonly sealer: Sealer,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Makes a secret that counts for nothing until its first code is given. */
  async begin(tx: EntityManager, accountId: string): Promise<TotpEnrolment> {
    const id = this.ids.next();
    const secret = Buffer.from(this.ids.token(), 'base64url').subarray(0, secretBytes);
    const { box, keyId } = this.sealer.seal(secret, id);
    await tx.query('delete from totp_factor where account_id = $1 and confirmed_at is null', [accountId]);
    await tx.query(
      'insert into totp_factor (id, account_id, sealed_secret, key_id, created_at) values ($1, $2, $3, $4, now())',
      [id, accountId, box, keyId],
    );
    const [names] = await tx.query<{ login: string; county: string | null }[]>(
      `select login, (select value ->> 'name' from county_setting where name = 'county') as county from account where id = $1`,
      [accountId],
    );
    return { id, ...enrolmentOf(secret, names?.login ?? '', `督查 ${names?.county ?? ''}`.trim()) };
  }

  /** Takes the first code; the factor counts from now on, in place of a former one. False when the code is wrong. */
  async confirm(tx: EntityManager, accountId: string, id: string, code: string): Promise<boolean> {
    const [row] = await tx.query<TotpRow[]>(
      `${rowSql} where id = $1 and account_id = $2 and confirmed_at is null for update`,
      [id, accountId],
    );
    if (!row) throw accessFault('badCode');
    const step = this.stepOf(row, code);
    if (step === undefined) return false;
    await tx.query('delete from totp_factor where account_id = $1 and confirmed_at is not null', [accountId]);
    await tx.query('update totp_factor set confirmed_at = now(), last_step = $2, last_used_at = now() where id = $1', [
      row.id,
      step,
    ]);
    return true;
  }

  /** Uses a code up. A code of the same or an earlier step than the last one is refused: of two at once one wins. */
  async use(tx: EntityManager, accountId: string, code: string): Promise<boolean> {
    const [row] = await tx.query<TotpRow[]>(`${rowSql} where account_id = $1 and confirmed_at is not null`, [
      accountId,
    ]);
    const step = row && this.stepOf(row, code);
    if (!row || step === undefined) return false;
    const [, used] = await tx.query<[unknown, number]>(
      'update totp_factor set last_step = $2, last_used_at = now() where id = $1 and (last_step is null or last_step < $2)',
      [row.id, step],
    );
    return used === 1;
  }

  private stepOf(row: TotpRow, code: string): number | undefined {
    const secret = this.sealer.open({ box: row.sealed_secret, keyId: row.key_id }, row.id);
    return stepOfCode(secret, code, row.step);
  }
}
