import type { Ladder, Rung } from '@ducha/deadline';
import type { Story } from '../chronicle.js';
import { nextOpening } from '../office-time.js';
import type { Scene } from '../scene.js';

const rung = (offset: number, action: Rung['action'], audience: Rung['audience']): Omit<Rung, 'id' | 'level'> => ({
  ...{ offset, unit: 'working_day', action, audience, channels: null },
  template: action === 'slip' ? 'slip' : 'deadline',
});

/** Slips of the three colours for what a leader instructed (DOMAIN L51); everything else keeps the ladders of the product. */
const instructions: Ladder = {
  ...{ code: 'instruction_slips', title: 'Leaders’ instructions', titleZh: '领导批示件', clock: 'answer' },
  ...{ kinds: ['instruction'], importance: null },
  rungs: [
    rung(-3, 'remind', ['liaison']),
    rung(-1, 'remind', ['liaison', 'unit_head']),
    rung(0, 'slip', ['unit_head', 'liaison', 'case_officer']),
    rung(3, 'slip', ['unit_head', 'liaison', 'case_officer']),
    rung(3, 'escalate', ['lead_leader', 'case_officer']),
    rung(6, 'slip', ['unit_head', 'liaison', 'case_officer']),
    rung(7, 'escalate', ['principal', 'lead_leader']),
  ].map((one, id) => ({ ...one, id, level: one.action === 'slip' ? one.offset / 3 + 1 : null })),
};

/** The bureau settles when slips are served; from then on time limits speak on every morning, as the sweeps would have let them. */
export async function* ladderStory(scene: Scene): Story {
  const { keepLadders, fireRungs, lapseSlips } = scene.does;
  await keepLadders.begin(instructions, null, scene.county.actor('bureau.head', 'bureau_head'));
  for (;;) {
    yield nextOpening(scene.now);
    while (await lapseSlips.run());
    while (await fireRungs.run());
  }
}
