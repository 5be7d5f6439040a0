import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Store } from '@ducha/store';
import { openTaskStates } from '@ducha/task';
import { filledTemplate, standardTemplate, unknownPlaces } from '../domain/reply-template.js';
import type { MatterFilter } from '../http/matter-filter.dto.js';
import { matterFault } from '../matter-faults.js';
import { answersOfMatters } from '../queries/answers-of-matters.js';
import { type ChosenMatter, chosenMatters, type Skipped, skippedOf } from './chosen-matters.js';
import { type Letter, ReplyWriter, type SentReply } from './reply-writer.js';

/** Answers the askers of many registered matters in one act. */
export interface ReplyToMattersCommand {
  readonly matters: { readonly ids: readonly string[] } | { readonly filter: MatterFilter };
  /** Null: the standard words. */
  readonly template: string | null;
  /** Judges by the same rules and writes nothing, not even a number. */
  readonly dryRun?: boolean;
  readonly by: Actor;
}

/** What came of it, or would come of it. */
export interface RepliedMatters {
  readonly replied: number;
  /** How many people get a letter. */
  readonly signatories: number;
  /** One of the letters as it is written; null when there is none. */
  readonly sample: string | null;
  /** Nothing in a dry run. */
  readonly replies: readonly SentReply[];
  readonly skipped: readonly Skipped[];
}

/** Replies by template: what the leading unit answered reaches every signatory. Matters that are not ready are listed and left. */
@Injectable()
export class ReplyToMatters {
  constructor(
    private readonly store: Store,
    private readonly replies: ReplyWriter,
  ) {}

  /** @throws Fault `matter.unknownPlace` naming `template`, `matter.tooMany` */
  async run({ matters, template, dryRun = false, by }: ReplyToMattersCommand): Promise<RepliedMatters> {
    const words = template ?? standardTemplate;
    refuseUnknownPlaces(words);
    return this.store.transaction(async (tx) => {
      const which = { act: 'matter.reply', state: 'registered', dryRun } as const;
      const chosen = await chosenMatters(this.store, matters, by, which);
      const { skipped, letters } = await this.judge(chosen.found, words);
      return {
        replied: chosen.found.length - skipped.length,
        signatories: letters.length,
        sample: letters[0]?.body ?? null,
        replies: dryRun ? [] : await this.replies.send(tx, letters, by),
        skipped: [...chosen.skipped, ...skipped],
      };
    });
  }

  /** Which matters stay and why, and what the askers of the others are written. */
  private async judge(
    found: readonly ChosenMatter[],
    words: string,
  ): Promise<{ skipped: Skipped[]; letters: Letter[] }> {
    const ids = found.map(({ id }) => id);
    const answers = await answersOfMatters(this.store, ids);
    const waiting = await this.replies.waiting(ids);
    const busy = await this.withOpenTasks(ids);
    const waitedFor = new Set(waiting.map(({ throughId }) => throughId));
    const skipped = skippedOf(found, (matter) => refusalOf(matter, busy, waitedFor, answers));
    const stays = new Set(skipped.map(({ matterId }) => matterId));
    const county = await this.countyName();
    const letters = waiting
      .filter(({ throughId }) => !stays.has(throughId))
      .map((to) => ({
        to,
        body: filledTemplate(words, { ...to, county, answer: answers.get(to.throughId) ?? '' }),
      }));
    return { skipped, letters };
  }

  private async withOpenTasks(matterIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.store.query<{ matter_id: string }>(
      'select distinct matter_id from task where matter_id = any($1::uuid[]) and state = any($2)',
      [matterIds, openTaskStates],
    );
    return new Set(rows.map(({ matter_id }) => matter_id));
  }

  private async countyName(): Promise<string> {
    const row = await this.store.queryOne<{ name: string | null }>(
      `select value ->> 'name' as name from county_setting where name = 'county'`,
    );
    return row?.name ?? '';
  }
}

/** Why a matter cannot be answered in such an act, as a code of `matterFault`. */
function refusalOf(
  { id, state }: ChosenMatter,
  busy: ReadonlySet<string>,
  waitedFor: ReadonlySet<string>,
  answers: ReadonlyMap<string, string>,
): string | undefined {
  if (state !== 'registered') return 'matter.moveRefused';
  if (busy.has(id)) return 'matter.tasksOpen';
  if (!waitedFor.has(id)) return 'matter.nobodyToAnswer';
  return answers.has(id) ? undefined : 'matter.nothingToTell';
}

function refuseUnknownPlaces(template: string): void {
  const places = unknownPlaces(template);
  if (places.length === 0) return;
  throw matterFault('unknownPlace', { places }, [
    { path: 'template', message: `names unknown places: ${places.join(', ')}`, constraint: 'knownPlaces' },
  ]);
}
