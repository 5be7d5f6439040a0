import { Injectable } from '@nestjs/common';
import { httpFault, refuseStale } from '@ducha/http';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../actor.js';
import { accessFault } from '../access-faults.js';
import { isPrivileged, type Role } from '../roles.js';
import { heldNow } from '../sessions/session-facts.js';
import { keepsPost, refuseForeignPost } from './own-people.js';
import { PassHoldings } from './pass-holdings.js';
import { People } from './people.js';

/** A post to be given from now on. */
export interface PostWanted {
  readonly role: Role;
  readonly unitId: string;
  readonly title: string;
  readonly to?: string;
  readonly homeUnitId?: string;
}

interface HeldPost {
  person_id: string;
  role: Role;
  unit_id: string;
  title: string;
  version: number;
}

/** Gives posts that need no second administrator, ends them, and names successors. */
@Injectable()
export class KeepPosts {
  constructor(
    private readonly store: Store,
    private readonly people: People,
    private readonly holdings: PassHoldings,
  ) {}

  /** @throws Fault `access.twoPersonsNeeded`, `access.notYourPeople`, `access.postOverlaps`, `access.mixedAdministrator` */
  async give(by: Actor, personId: string, post: PostWanted): Promise<string> {
    return this.store.transaction((tx) => this.giveIn(tx, by, personId, post, ''));
  }

  /** The same inside another deed. @param prefix of the fields that a refusal names */
  async giveIn(tx: EntityManager, by: Actor, personId: string, post: PostWanted, prefix: string): Promise<string> {
    if (isPrivileged(post.role))
      throw accessFault('twoPersonsNeeded', {}, [
        { path: `${prefix}role`, message: 'needs two administrators', constraint: 'twoPersons' },
      ]);
    refuseForeignPost(by, post.role, post.unitId);
    await this.refuseUngivable(tx, personId, post, prefix);
    const [clock] = await tx.query<{ now: Date }[]>('select now() as now');
    return this.people.givePost(tx, { ...post, personId, from: clock?.now ?? '' }, by);
  }

  /**
   * Ends a post now. The successor gets the same post, unless they hold it already, and what was held by name.
   * @throws Fault `access.postNotHeld`, `access.twoPersonsNeeded`, `access.notYourPeople`, `http.preconditionFailed`
   */
  async end(by: Actor, postId: string, version: number, successorId: string | null): Promise<void> {
    await this.store.transaction(async (tx) => {
      const [post] = await tx.query<HeldPost[]>(
        `select p.person_id, p.role, p.unit_id, p.title, p.version from post p where p.id = $1 for update`,
        [postId],
      );
      if (!post || (by.role === 'unit_head' && !by.unitIds.includes(post.unit_id))) throw httpFault('notFound');
      if (!keepsPost(by, post.role, post.unit_id)) throw accessFault('notYourPeople');
      refuseStale(post, version);
      await this.people.endPost(tx, postId, by);
      if (successorId !== null) await this.succeed(tx, by, post, successorId);
    });
  }

  private async succeed(tx: EntityManager, by: Actor, post: HeldPost, successorId: string): Promise<void> {
    if (successorId === post.person_id) refuseField('successorId', 'must be another person', 'anotherPerson');
    const held = await tx.query<unknown[]>(
      `select 1 from post p where p.person_id = $1 and p.role = $2 and p.unit_id = $3 and ${heldNow('p')}`,
      [successorId, post.role, post.unit_id],
    );
    if (held.length === 0) {
      const known = await tx.query<unknown[]>('select 1 from person where id = $1', [successorId]);
      if (known.length === 0) refuseField('successorId', 'does not exist', 'known');
      await this.giveIn(tx, by, successorId, { role: post.role, unitId: post.unit_id, title: post.title }, '');
    }
    await this.holdings.pass(tx, by, { fromPersonId: post.person_id, toPersonId: successorId });
  }

  private async refuseUngivable(tx: EntityManager, personId: string, post: PostWanted, prefix: string): Promise<void> {
    const { unitId, homeUnitId, to, role } = post;
    const [facts] = await tx.query<
      { person: boolean; unit: boolean; home: boolean; past: boolean; overlaps: boolean }[]
    >(
      `select exists (select 1 from person where id = $1) as person,
         exists (select 1 from unit u where u.id = $2 and ${heldNow('u')}) as unit,
         $3::uuid is null or exists (select 1 from unit u where u.id = $3 and u.id <> $2 and ${heldNow('u')}) as home,
         coalesce($4::timestamptz <= now(), false) as past,
         exists (select 1 from post p where p.person_id = $1 and p.unit_id = $2 and p.role = $5 and ${heldNow('p')}) as overlaps`,
      [personId, unitId, homeUnitId ?? null, to ?? null, role],
    );
    if (!facts?.person) throw httpFault('notFound');
    if (!facts.unit) refuseField(`${prefix}unitId`, 'does not exist today', 'known');
    if (!facts.home) refuseField(`${prefix}homeUnitId`, 'must be another unit of today', 'known');
    if (homeUnitId !== undefined && to === undefined) refuseField(`${prefix}to`, 'is required', 'isDefined');
    if (facts.past) refuseField(`${prefix}to`, 'must lie ahead', 'future');
    if (facts.overlaps)
      throw accessFault('postOverlaps', {}, [
        { path: `${prefix}unitId`, message: 'is held already', constraint: 'overlap' },
      ]);
  }
}

function refuseField(path: string, message: string, constraint: string): never {
  throw httpFault('invalidRequest', {}, [{ path, message, constraint }]);
}
