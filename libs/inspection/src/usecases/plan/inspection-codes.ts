import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Sealer } from '@ducha/access';
import { IDS, type Ids } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import { codeFrom, type CodeFacts, signedPart, tokenOf } from '../../domain/plan/inspection-code.js';

interface StoredKey {
  readonly id: string;
  readonly box: Buffer;
  readonly keyId: string;
}

/**
 * Makes the code of an inspection at its release: facts of the plan signed with the county's Ed25519 key. Whoever has the
 * public half can verify it without any connection; before the release no code exists that could be asked about.
 */
@Injectable()
export class InspectionCodes {
  constructor(
    private readonly sealer: Sealer,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** In the transaction of the release. Answers the code as people type it. */
  async issue(tx: EntityManager, inspectionId: string): Promise<string> {
    const { id: keyId, key } = await this.signingKey(tx);
    const code = codeFrom(this.ids.token());
    const facts = { ...(await factsOf(tx, inspectionId)), keyId, code };
    const token = tokenOf(facts, sign(null, Buffer.from(signedPart(facts)), key));
    await tx.query(
      'insert into inspection_code (inspection_id, code, token, key_id, issued_at) values ($1, $2, $3, $4, now())',
      [inspectionId, code, token, keyId],
    );
    return code;
  }

  /** The newest key that this process can open; another secret of the process makes a new one. */
  private async signingKey(tx: EntityManager): Promise<{ id: string; key: KeyObject }> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('ducha.inspection.key'))`);
    const keys = await tx.query<StoredKey[]>(
      'select id, box, sealed_with as "keyId" from inspection_key order by made_at desc, id limit 5',
    );
    const own = this.sealer.seal(Buffer.alloc(0), 'inspection_key').keyId;
    const known = keys.find(({ keyId }) => keyId === own);
    if (!known) return this.newKey(tx);
    const der = this.sealer.open(known, `inspection_key|${known.id}`);
    return { id: known.id, key: createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }) };
  }

  private async newKey(tx: EntityManager): Promise<{ id: string; key: KeyObject }> {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
    const id = this.ids.next();
    const sealed = this.sealer.seal(privateKey.export({ format: 'der', type: 'pkcs8' }), `inspection_key|${id}`);
    await tx.query(
      'insert into inspection_key (id, public_key, box, sealed_with, made_at) values ($1, $2, $3, $4, now())',
      [id, raw, sealed.box, sealed.keyId],
    );
    return { id, key: privateKey };
  }
}

async function factsOf(tx: EntityManager, id: string): Promise<Omit<CodeFacts, 'keyId' | 'code'>> {
  const [facts] = await tx.query<Omit<CodeFacts, 'keyId' | 'code'>[]>(
    `select i.number, i.name, i.type, i.from_on::text as "fromOn", i.to_on::text as "toOn", i.standing,
       coalesce((select value ->> 'name' from county_setting where name = 'county'), (select name from unit where kind = 'county' order by path limit 1), '') as county
     from inspection i where i.id = $1`,
    [id],
  );
  if (!facts) throw new Error('a code for an inspection that is not there');
  return facts;
}
