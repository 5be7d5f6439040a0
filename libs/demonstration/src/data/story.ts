import { advice, inquiry, rights, sanitation } from './story/hearing.js';
import { benefit, health, payment, schooling, service } from './story/people.js';
import { enforcement, farming, market, pollution, traffic } from './story/order.js';
import { project, safety, utility, village, works } from './story/building.js';
import type { StoryShelf, StoryShelfName } from './types.js';

export { generalStory } from './story/general.js';

/** What units, verifiers and repliers say, by family of matter. */
export const storyShelves: Record<StoryShelfName, StoryShelf> = {
  works,
  utility,
  pollution,
  enforcement,
  traffic,
  schooling,
  payment,
  benefit,
  market,
  health,
  farming,
  village,
  service,
  safety,
  sanitation,
  rights,
  advice,
  inquiry,
  project,
};

/**
 * Puts facts into `{name}` holes.
 * @throws Error when a hole has no fact: the data is wrong, not the caller's input
 */
export function fillStory(template: string, facts: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/gu, (_hole, name: string) => {
    const fact = facts[name];
    if (fact === undefined) throw new Error(`story hole {${name}} has no fact`);
    return String(fact);
  });
}
