import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { httpFault, refuseStale } from '@ducha/http';
import { Store } from '@ducha/store';
import type { Actor } from '../actor.js';
import { KeepPosts, type PostWanted } from './keep-posts.js';
import { refuseForeignPerson } from './own-people.js';
import { People } from './people.js';

/** A person with the first post. */
export interface PersonWanted {
  readonly name: string;
  readonly phone?: string;
  readonly login?: string;
  readonly post: PostWanted;
}

/** What changes; a field that is absent stays. */
export interface PersonChange {
  readonly name?: string;
  readonly phone?: string | null;
}

/** Enters persons and keeps their names and numbers. */
@Injectable()
export class KeepPeople {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly people: People,
    private readonly posts: KeepPosts,
  ) {}

  /** @throws Fault `access.loginTaken` and those of giving a post */
  async enter(by: Actor, { name, phone, login, post }: PersonWanted): Promise<string> {
    return this.store.transaction(async (tx) => {
      const id = await this.people.enter(tx, { name, phone: phone ?? null }, by);
      if (login !== undefined) await this.people.openAccount(tx, id, login, null, by);
      await this.posts.giveIn(tx, by, id, post, 'post.');
      return id;
    });
  }

  /** @throws Fault `access.notYourPeople`, `http.preconditionFailed` */
  async change(by: Actor, id: string, version: number, change: PersonChange): Promise<void> {
    await this.store.transaction(async (tx) => {
      const [person] = await tx.query<{ version: number }[]>('select version from person where id = $1 for update', [
        id,
      ]);
      if (!person) throw httpFault('notFound');
      await refuseForeignPerson(tx, by, id);
      refuseStale(person, version);
      await tx.query(
        `update person set name = coalesce($2, name), phone = case when $3 then $4 else phone end, version = version + 1 where id = $1`,
        [id, change.name ?? null, change.phone !== undefined, change.phone ?? null],
      );
      const fields = (['name', 'phone'] as const).filter((field) => change[field] !== undefined);
      await this.audit.record(tx, { act: 'person.change', subject: { type: 'person', id }, by, facts: { fields } });
    });
  }
}
