import { fillStory, storyShelves } from '../data/story.js';
import type { DemoResultClass, StoryShelf, StoryShelfName } from '../data/types.js';
import type { Chance } from './chance.js';

/** What the people of one matter say, in the words of its family of texts. */
export class Voice {
  private readonly shelf: StoryShelf;

  constructor(
    shelf: StoryShelfName,
    private readonly facts: Readonly<Record<string, string | number>>,
    private readonly chance: Chance,
  ) {
    this.shelf = storyShelves[shelf];
  }

  /** Progress: `early`, `middle` or `late`. */
  progress(stage: keyof StoryShelf['reports']): string {
    return this.say(this.shelf.reports[stage]);
  }

  problem(): string {
    return this.say(this.shelf.problems);
  }

  nextStep(): string {
    return this.say(this.shelf.nextSteps);
  }

  answer(result: DemoResultClass): string {
    return this.say(this.shelf.answers[result]);
  }

  pass(): string {
    return this.say(this.shelf.pass);
  }

  redo(): string {
    return this.say(this.shelf.redo);
  }

  reply(result: DemoResultClass): string {
    return this.say(this.shelf.replies[result]);
  }

  /** Name of a paper that a unit encloses, without extension. */
  paper(): string {
    return this.say(this.shelf.evidence);
  }

  /** One of any texts, with the matter's own words in it. */
  say(texts: readonly string[], further: Readonly<Record<string, string | number>> = {}): string {
    return fillStory(this.chance.pick(texts), { ...this.facts, ...further });
  }
}
