import { dutyNamed } from '../data/duties.js';
import { matters } from '../data/matters.js';
import type { DemoMatter } from '../data/types.js';
import { Chance } from '../life/chance.js';
import { Voice } from '../life/voice.js';
import type { AssignmentAnswer, TaskAnswer } from './answers.js';
import type { ApiClient } from './api-client.js';
import type { Crowd } from './crowd.js';

/** How far a phase has come, for a person who waits. */
export type Progress = (done: number, total: number) => void;

/** What happened so far, as the table at the end counts it. */
export interface Tally {
  redone: number;
  returned: number;
  recalled: number;
  reassigned: number;
  presented: number;
  instructedAgain: number;
  replies: number;
  repliesRead: number;
  feedback: number;
}

const atOnce = 6;
const matterByTitle = new Map(matters.map((matter) => [matter.title, matter]));

/** What the scenes of the play share. */
export class Stage {
  readonly tally: Tally = {
    redone: 0,
    returned: 0,
    recalled: 0,
    reassigned: 0,
    presented: 0,
    instructedAgain: 0,
    replies: 0,
    repliesRead: 0,
    feedback: 0,
  };
  /** Ids of the standing mandates by kind of matter. */
  readonly mandates = new Map<string, string>();
  /** One-time links of replies. */
  readonly links: string[] = [];
  private readonly once = new Set<string>();

  constructor(
    readonly crowd: Crowd,
    /** Instant at which the play began, on this machine's clock. */
    readonly began: Date,
    readonly progress: Progress,
  ) {}

  /** The officer at the bureau's counter. */
  desk(): Promise<ApiClient> {
    return this.crowd.as('bureau-general.officer');
  }

  async tasks(states: string): Promise<TaskAnswer[]> {
    return (await this.desk()).all<TaskAnswer>(`/tasks?state=${states}`);
  }

  async assignments(box: string): Promise<AssignmentAnswer[]> {
    return (await this.desk()).all<AssignmentAnswer>(`/assignments?box=${box}`);
  }

  /** Does something for every item, a few at a time, and shows how far it is. */
  async each<T>(items: readonly T[], work: (item: T, at: number) => Promise<void>): Promise<void> {
    let done = 0;
    const queue = items.entries();
    const worker = async (): Promise<void> => {
      for (const [at, item] of queue) {
        await work(item, at);
        this.progress((done += 1), items.length);
      }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  }

  /** A name for one unit's work on one task, the same in every play. */
  shareName({ title }: { readonly title: string }, unitId: string | undefined): string {
    return `${title} ${unitId === undefined ? '' : this.crowd.unitKeyOf(unitId)}`;
  }

  /** Falls one way for one name, and true only the first time it is asked. */
  firstTime(name: string, probability: number): boolean {
    if (this.once.has(name)) return false;
    this.once.add(name);
    return new Chance(name).happens(probability);
  }

  /** The words of a task's people; tasks without a matter of their own speak generally. */
  voice(title: string): Voice {
    const matter = matterByTitle.get(title) ?? matterByTitle.get(title.split('（')[0] ?? '');
    const chance = new Chance(`play ${title}`);
    return matter
      ? new Voice(matter.shelf, factsOf(matter), chance)
      : new Voice('inquiry', { place: title, topic: title }, chance);
  }
}

function factsOf(matter: DemoMatter): { place: string; topic: string } {
  return { topic: matter.topic, place: matter.kind === 'meeting_decision' ? matter.title : matter.place };
}

/** The category of a message, as sheets carry it. */
export const categoryOf = (dutyKey: string): string[] => dutyNamed(dutyKey).path;
