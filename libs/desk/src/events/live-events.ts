import { Injectable, type MessageEvent, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Acts, type RecordedAct } from '@ducha/audit';
import { Bell, Sweep } from '@ducha/store';
import { Observable, type Subscriber } from 'rxjs';
import { ImportProgressQuery } from '../queries/import-progress.query.js';
import { EventRights, goesInRole, inspectionKey } from './event-rights.js';
import { eventOf, newsOf } from './live-event.js';

const batchSize = 500;
/** Whoever was away for longer is told to read everything anew. */
const replayLimit = 5_000;
const sweepMs = 5_000;
const heartbeatMs = 25_000;

interface Follower {
  readonly actor: Actor;
  readonly subscriber: Subscriber<MessageEvent>;
  seq: number;
}

/**
 * Live pages: follows the audit chain and tells each open page the acts it may know of. Nothing is kept that another
 * process needs: a page that reconnects elsewhere names the last place it saw.
 */
@Injectable()
export class LiveEvents implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly followers = new Set<Follower>();
  private readonly sweep = new Sweep('live events', { everyMs: sweepMs }, () => this.tell());
  private readonly imports = new Sweep('import progress', { everyMs: heartbeatMs, restMs: 200 }, () =>
    this.tellProgress(),
  );
  private heartbeat: NodeJS.Timeout | undefined;

  constructor(
    private readonly acts: Acts,
    private readonly rights: EventRights,
    private readonly bell: Bell,
    private readonly progress: ImportProgressQuery,
  ) {}

  onApplicationBootstrap(): void {
    this.bell.on('linked', this.sweep.wake);
    this.sweep.start();
    this.bell.on('import', this.imports.wake);
    this.imports.start();
    this.heartbeat = setInterval(
      // with its place: a page that was told nothing for long resumes from here, not from far behind
      () =>
        this.followers.forEach(({ subscriber, seq }) => subscriber.next({ type: 'ping', id: String(seq), data: '' })),
      heartbeatMs,
    );
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.heartbeat);
    await Promise.all([this.sweep.stop(), this.imports.stop()]);
    for (const { subscriber } of this.followers) subscriber.complete();
  }

  /**
   * The acts that `actor` may know of, from now on or from the place after `lastSeen`.
   * @param lastSeen the browser's `Last-Event-ID`
   */
  follow(actor: Actor, lastSeen: number | undefined): Observable<MessageEvent> {
    return new Observable<MessageEvent>((subscriber) => {
      const follower: Follower = { actor, subscriber, seq: lastSeen ?? Number.NaN };
      void this.join(follower).catch((error: unknown) => subscriber.error(error));
      return () => this.followers.delete(follower);
    });
  }

  /**
   * Tells every open page what was chained since it last heard, at most 500 acts; who may hear of an act is found out now.
   * @returns whether more may be left
   */
  async tell(): Promise<boolean> {
    if (this.followers.size === 0) return false;
    await this.dropClosed();
    // whoever joins from here on waits for the next turn: these acts may begin after the place where a newcomer left off
    const present = [...this.followers];
    const from = Math.min(...present.map(({ seq }) => seq));
    if (!Number.isFinite(from)) return false;
    const acts = await this.acts.after(from, batchSize);
    if (acts.length === 0) return false;
    const asked = {
      ids: [...new Set(acts.flatMap(recordsOf))],
      inspectionIds: [...new Set(acts.flatMap((act) => inspectionOf(act) ?? []))],
    };
    const known = new Map<string, Promise<Set<string>>>();
    const going = await this.rights.goingAlong(asked.inspectionIds);
    for (const follower of present) {
      const { role, personId, unitIds, servesPersonId } = follower.actor;
      const key = unitIds.length > 0 ? `${role}:${unitIds.join()}` : `${role}:${personId}:${servesPersonId ?? ''}`;
      if (!known.has(key)) known.set(key, this.rights.readable(follower.actor, asked));
      const along = going.filter((one) => one.personId === personId).map(({ inspectionId }) => inspectionId);
      deliver(follower, acts, { readable: (await known.get(key)) ?? new Set(), along });
    }
    return acts.length === batchSize;
  }

  private async join(follower: Follower): Promise<void> {
    const last = await this.acts.lastSeq();
    if (Number.isNaN(follower.seq) || follower.seq > last) follower.seq = last;
    if (last - follower.seq > replayLimit) {
      follower.seq = last;
      follower.subscriber.next({ type: 'reset', id: String(last), data: '' });
    }
    follower.subscriber.next({ type: 'ready', id: String(follower.seq), data: '' });
    if (follower.subscriber.closed) return;
    this.followers.add(follower);
    this.sweep.wake();
    this.imports.wake();
  }

  /** How far imports have come, to who runs them. Without a place: a page that missed one sees the next, and whoever joins the last. */
  private async tellProgress(): Promise<void> {
    const present = [...this.followers];
    if (present.length === 0) return;
    for (const { personId, ...data } of await this.progress.of(present.map(({ actor }) => actor.personId)))
      for (const { actor, subscriber } of present)
        if (actor.personId === personId) subscriber.next({ type: 'import.progress', data });
  }

  private async dropClosed(): Promise<void> {
    // not those who join while the question is under way: they are not in its answer
    const present = [...this.followers];
    const open = await this.rights.stillOpen(present.map(({ actor }) => actor.sessionId));
    for (const { actor, subscriber } of present) {
      if (!open.has(`${actor.sessionId}:${actor.postId}`)) subscriber.complete();
    }
  }
}

/** The inspection that an act moved, itself or by one of its visits; what was found there is told to nobody who does not ask. */
function inspectionOf({ subjectType, subjectId, aboutId }: RecordedAct): string | null {
  if (subjectType === 'inspection') return subjectId;
  return subjectType === 'visit' ? aboutId : null;
}

/** What one must be allowed to read to know of an act: what it is about, and the share of a task that it was done on. */
function recordsOf(act: RecordedAct): string[] {
  const { subjectType, subjectId, aboutId } = act;
  if (inspectionOf(act) !== null) return [];
  const share = subjectType === 'assignment' ? subjectId : null;
  return aboutId === null ? [] : [aboutId, share].filter((id) => id !== null);
}

/** What a follower may know of: records by the role, and the inspections that the person goes along with. */
interface Known {
  readonly readable: ReadonlySet<string>;
  readonly along: readonly string[];
}

/** Whether a follower may be told of an act on an inspection: by the role, or going along in a post that lets them read it. */
function mayHearOf(inspectionId: string, { actor }: Follower, { readable, along }: Known): boolean {
  return readable.has(inspectionKey(inspectionId)) || (goesInRole(actor) && along.includes(inspectionId));
}

function deliver(follower: Follower, acts: readonly RecordedAct[], known: Known): void {
  for (const act of acts) {
    const seq = act.seq ?? 0;
    if (seq <= follower.seq) continue;
    follower.seq = seq;
    const inspectionId = inspectionOf(act);
    const records = recordsOf(act);
    if (
      inspectionId === null
        ? records.length > 0 && records.every((id) => known.readable.has(id))
        : mayHearOf(inspectionId, follower, known)
    )
      follower.subscriber.next({ id: String(seq), data: eventOf(act) });
    // who is sent out while their page is open in another post learns that there is news, and nothing of the record
    else if (act.act === 'inspection.release' && known.along.includes(inspectionId ?? ''))
      follower.subscriber.next({ id: String(seq), data: newsOf(act) });
  }
}
