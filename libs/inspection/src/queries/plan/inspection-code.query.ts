import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import { codeTyped } from '../../domain/plan/inspection-code.js';
import type { CodeKeysView, CodeView } from '../../http/plan/code.view.js';
import { planFault } from '../../plan-faults.js';

const keysSql = `select id, public_key as "publicKey" from inspection_key order by made_at desc, id limit 20`;

const countySql = `select coalesce((select value ->> 'name' from county_setting where name = 'county'),
  (select name from unit where kind = 'county' order by path limit 1), '') as county`;

/** Reads codes for people without an account. */
@Injectable()
export class InspectionCodeQuery {
  constructor(private readonly store: Store) {}

  async keys(): Promise<CodeKeysView> {
    const keys = await this.store.query<{ id: string; publicKey: Buffer }>(keysSql);
    const [county] = await this.store.query<{ county: string }>(countySql);
    return {
      county: county?.county ?? '',
      keys: keys.map(({ id, publicKey }) => ({ id, publicKey: publicKey.toString('base64url') })),
    };
  }

  /** @throws Fault `inspection.unknownCode` */
  async of(typed: string): Promise<CodeView> {
    const [found] = await this.store.query<CodeView>(
      `select c.token, i.state in ('released', 'on_site') as "underWay" from inspection_code c join inspection i on i.id = c.inspection_id where c.code = $1`,
      [codeTyped(typed)],
    );
    if (!found) throw planFault('unknownCode');
    return found;
  }
}
