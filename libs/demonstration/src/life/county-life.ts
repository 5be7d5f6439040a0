import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { EntityManager } from 'typeorm';
import type { SettledCounty } from '../county/settled-county.js';
import { deskTasks } from '../data/desk-tasks.js';
import { instructions } from '../data/instructions.js';
import { needs } from '../data/needs.js';
import { otherKinds } from '../data/other-kinds.js';
import { Chronicle } from './chronicle.js';
import { minutesAfter, momentBefore, nextBatch } from './office-time.js';
import { Papers } from './papers.js';
import type { PastClock } from './past-clock.js';
import { Scene } from './scene.js';
import { batchStory } from './stories/bureau-story.js';
import { approvedMandates, pendingMandate } from './stories/mandates.js';
import { beginOf as beginOfDecision, decisionStory } from './stories/decision-story.js';
import { deskStory } from './stories/desk-story.js';
import { beginOf as beginOfInstruction, instructionStory } from './stories/instruction-story.js';
import { ladderStory } from './stories/ladder-story.js';
import { inspectionStory } from './stories/inspection-story.js';
import { needStory } from './stories/need-story.js';
import { beginOf as beginOfOther, otherStory } from './stories/other-story.js';
import { beginOf as beginOfMessage, type MessageDesk, messageStory } from './stories/message-story.js';
import { chosenDecisions, chosenMessages } from './chosen-matters.js';
import { useCasesOf } from './use-cases.js';

const weeksLived = 9;

/** When the stories begin. */
export function beginningOf(present: Date): Date {
  return momentBefore(present, { daysAgo: weeksLived * 7, time: '09:00' });
}

/** Lets the county live through its last two months, through the product's own use cases, up to the present. */
@Injectable()
export class CountyLife {
  constructor(private readonly modules: ModuleRef) {}

  /** In the loader's transaction, whose clock stands at the beginning. */
  async run(tx: EntityManager, county: SettledCounty, clock: PastClock): Promise<void> {
    const papers = await Papers.open();
    try {
      await this.live(new Scene(tx, useCasesOf(this.modules), county, clock.present), clock, papers);
    } finally {
      await papers.close();
    }
  }

  private async live(scene: Scene, clock: PastClock, papers: Papers): Promise<void> {
    const beginning = beginningOf(scene.present);
    const travel = async (to: Date): Promise<void> => {
      scene.now = to;
      await clock.travel(to);
    };
    await travel(beginning);
    scene.mandates = await approvedMandates(scene);
    const chronicle = new Chronicle(minutesAfter(scene.present, -1));
    const desk: MessageDesk = { scene, papers, firstAlike: new Map(), waiting: [] };
    chronicle.begin(beginning, ladderStory(scene));
    chronicle.begin(nextBatch(beginning), batchStory(desk));
    for (const message of chosenMessages())
      chronicle.begin(beginOfMessage(message, scene.present), messageStory(desk, message));
    for (const one of instructions)
      chronicle.begin(beginOfInstruction(one, scene.present), instructionStory(scene, papers, one));
    for (const one of chosenDecisions())
      chronicle.begin(beginOfDecision(one, scene.present), decisionStory(scene, papers, chronicle, one));
    for (const one of otherKinds) chronicle.begin(beginOfOther(one, scene.present), otherStory(scene, papers, one));
    for (const one of deskTasks) chronicle.begin(momentBefore(scene.present, one), deskStory(scene, papers, one));
    for (const one of needs) chronicle.begin(momentBefore(scene.present, one), needStory(scene, one));
    chronicle.begin(momentBefore(scene.present, { daysAgo: 3, time: '10:20' }), pendingMandate(scene));
    const inspected = momentBefore(scene.present, { daysAgo: 5, time: '08:40' });
    chronicle.begin(inspected, inspectionStory(scene, papers, chronicle));
    await chronicle.run(travel);
  }
}

/** People read what they are told; what came in the last four days is still new to them. */
export async function readOldNotices(tx: EntityManager): Promise<void> {
  await tx.query(
    `update notice n set read_at = n.created_at + interval '3 hours', read_by = coalesce(n.person_id,
       (select p.person_id from post p where p.unit_id = n.unit_id and p.role in ('unit_liaison', 'unit_head') and p.to_at is null order by p.role desc limit 1))
     where n.created_at < now() - interval '4 days'`,
  );
}
