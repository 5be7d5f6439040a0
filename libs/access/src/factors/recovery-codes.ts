import { Inject, Injectable } from '@nestjs/common';
import { IDS, type Ids } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import { tokenHash } from '../sessions/token-hash.js';

/** How many codes a sheet has. */
const sheetSize = 10;
/** Without letters that are taken for others (Crockford). */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';
const codeLetters = 16;

/** Codes on paper for the day when every device is lost. Kept as hashes; each works once. */
@Injectable()
export class RecoveryCodes {
  constructor(@Inject(IDS) private readonly ids: Ids) {}

  /** A new sheet in place of the former one. The answer is the only time that the codes are seen. */
  async renew(tx: EntityManager, accountId: string): Promise<string[]> {
    const codes = Array.from({ length: sheetSize }, () => this.code());
    await tx.query('delete from recovery_code where account_id = $1', [accountId]);
    await tx.query(
      `insert into recovery_code (account_id, code_hash, created_at) select $1, h, now() from unnest($2::bytea[]) as h`,
      [accountId, codes.map((code) => tokenHash(plain(code)))],
    );
    return codes;
  }

  /** Uses a code up; false when it is none, or was used before. */
  async use(tx: EntityManager, accountId: string, code: string): Promise<boolean> {
    const [, used] = await tx.query<[unknown, number]>(
      'update recovery_code set used_at = now() where account_id = $1 and code_hash = $2 and used_at is null',
      [accountId, tokenHash(plain(code))],
    );
    return used === 1;
  }

  /** 80 random bits, five to a letter. */
  private code(): string {
    const bytes = Buffer.from(this.ids.token(), 'base64url');
    const code = Array.from({ length: codeLetters }, (_, at) => letters[(bytes[at] ?? 0) % letters.length]).join('');
    return code.replace(/(.{4})(?=.)/g, '$1-');
  }
}

/** As typed from paper: case, blanks and dashes do not count, and `o`, `i`, `l` are what they look like. */
const plain = (code: string): string =>
  code.toLowerCase().replace(/[\s-]/g, '').replace(/o/g, '0').replace(/[il]/g, '1');
