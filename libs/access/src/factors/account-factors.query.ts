import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';

/** How somebody can prove who they are. */
export type ProofWay = 'passkey' | 'totp' | 'recovery' | 'password';

/** What an account has to prove itself with. */
export interface AccountFactors {
  readonly totp: { readonly confirmedAt: Date; readonly lastUsedAt: Date | null } | null;
  readonly passkeys: readonly {
    readonly id: string;
    readonly name: string;
    readonly createdAt: Date;
    readonly lastUsedAt: Date | null;
  }[];
  readonly recoveryCodesLeft: number;
  readonly password: boolean;
}

/** Reads an account's factors; secrets and keys never leave the database here. */
@Injectable()
export class AccountFactorsQuery {
  constructor(private readonly store: Store) {}

  async of(accountId: string): Promise<AccountFactors> {
    const facts = await this.store.queryOne<AccountFactors>(
      `select (select jsonb_build_object('confirmedAt', t.confirmed_at, 'lastUsedAt', t.last_used_at) from totp_factor t
           where t.account_id = a.id and t.confirmed_at is not null) as totp,
         coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'createdAt', p.created_at, 'lastUsedAt', p.last_used_at)
           order by p.created_at, p.id) from passkey p where p.account_id = a.id), '[]') as passkeys,
         (select count(*)::int from recovery_code c where c.account_id = a.id and c.used_at is null) as "recoveryCodesLeft",
         a.password_hash is not null as password
       from account a where a.id = $1`,
      [accountId],
    );
    return facts ?? { totp: null, passkeys: [], recoveryCodesLeft: 0, password: false };
  }
}

/** Whether there is a second factor at all; codes on paper alone are none. */
export const hasFactor = ({ totp, passkeys }: AccountFactors): boolean => totp !== null || passkeys.length > 0;

/** The ways in which the account proves itself: the second factor where it has one, else the password. */
export function waysOf(factors: AccountFactors): ProofWay[] {
  if (!hasFactor(factors)) return factors.password ? ['password'] : [];
  const ways: ProofWay[] = [];
  if (factors.passkeys.length > 0) ways.push('passkey');
  if (factors.totp !== null) ways.push('totp');
  if (factors.recoveryCodesLeft > 0) ways.push('recovery');
  return ways;
}
