import { mandates } from '../../data/duties.js';
import type { DemoMatterKind } from '../../data/types.js';
import { momentBefore } from '../office-time.js';
import type { Story } from '../chronicle.js';
import type { Scene } from '../scene.js';

/** The standing mandates that were approved when the demonstration year began, and one that still lies in a tray. */
export async function approvedMandates(scene: Scene): Promise<Scene['mandates']> {
  const ids = new Map<string, string>();
  for (const { kind, scope, approvedByKey, validDays } of mandates) {
    const mandateId = await proposes(scene, { sourceKind: kind, reason: scope, days: validDays });
    const by = scene.county.actor(approvedByKey, 'principal');
    await scene.does.settleMandate.run({ mandateId, version: 1, on: 'approve', by });
    ids.set(kind, mandateId);
  }
  return {
    messages: ids.get('netizen_message') ?? '',
    decisions: ids.get('meeting_decision') ?? '',
    needs: ids.get('upward_need') ?? '',
  };
}

/** Asked for and not decided yet. */
export async function* pendingMandate(scene: Scene): Story {
  await proposes(scene, {
    sourceKind: 'hotline',
    reason: '12345热线转办工单诉求具体、职责明确的，拟比照留言办理，由督查局批量立项交办。',
    days: 365,
  });
}

interface AskedMandate {
  readonly sourceKind: DemoMatterKind | 'hotline' | 'upward_need';
  readonly reason: string;
  readonly days: number;
}

async function proposes(scene: Scene, { sourceKind, reason, days }: AskedMandate): Promise<string> {
  const from = momentBefore(scene.now, { daysAgo: 0, time: '00:00' });
  const to = new Date(from.getTime() + days * 86_400_000);
  const by = scene.county.actor('bureau.head', 'bureau_head');
  return scene.does.proposeMandate.run({ sourceKind, categoryPrefix: '', from, to, reason, by });
}
