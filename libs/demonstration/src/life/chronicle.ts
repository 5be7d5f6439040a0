/**
 * Something that goes on over weeks: it acts, then yields the instant at which it goes on, at which it is called again.
 * What would go on after the present stays as it is; that is how a county comes to have work in every state.
 */
export type Story<Outcome = void> = AsyncGenerator<Date, Outcome, void>;

interface Waiting {
  readonly at: Date;
  readonly order: number;
  readonly story: Story;
}

/** Lets many stories happen in the order of their instants, one act at a time. */
export class Chronicle {
  private readonly waiting: Waiting[] = [];
  private told = 0;

  /** @param present instant at which everything stops */
  constructor(private readonly present: Date) {}

  /** Lets a story begin at an instant. */
  begin(at: Date, story: Story): void {
    if (at >= this.present) return;
    this.told += 1;
    const entry = { at, order: this.told, story };
    const place = this.waiting.findIndex((other) => other.at > at);
    if (place < 0) this.waiting.push(entry);
    else this.waiting.splice(place, 0, entry);
  }

  /** @param travel sets the clock; called before every act */
  async run(travel: (at: Date) => Promise<void>): Promise<void> {
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      await travel(next.at);
      const { value, done } = await next.story.next();
      if (!done && value) this.begin(value < next.at ? next.at : value, next.story);
    }
  }
}
