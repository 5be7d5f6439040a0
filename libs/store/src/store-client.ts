import pg from 'pg';
import { isUnread, nameOf } from './prepared.js';

interface Statement {
  readonly text: string;
  readonly values?: readonly unknown[] | undefined;
}

/** How TypeORM opens and ends a transaction. */
const OPEN = 'START TRANSACTION';
const COMMIT = 'COMMIT';
const ROLLBACK = 'ROLLBACK';

/** Statements may be under way together; pg's types do not know the option yet. */
const together = { pipeline: true };

/** The answer to a statement that was not sent yet, or never needs to be. */
const nothing = (): Promise<pg.QueryResult> =>
  Promise.resolve({ command: '', rowCount: null, oid: 0, fields: [], rows: [] });

/**
 * A connection that runs marked statements by name, and sends statements whose answer nobody waits for together with the
 * next one: what opens a transaction, and what is marked as `unread`. A write to PostgreSQL wakes a process and is paid on
 * both sides; measured, it costs as much as a small statement. Nothing changes its place, and a transaction in which nothing was
 * said is never opened.
 */
export class StoreClient extends pg.Client {
  // names of its own: pg keeps undeclared ones on the same object
  readonly #run: (...words: unknown[]) => unknown;
  #waiting: Statement[] = [];
  #inTransaction = false;

  constructor(config?: pg.ClientConfig) {
    super({ ...config, ...together });
    this.#run = this.query.bind(this);
    // boundary: the same overloads, taken as one
    this.query = ((...words: unknown[]) => this.#take(...words)) as typeof this.query;
  }

  #take(text?: unknown, values?: unknown, ...rest: unknown[]): unknown {
    if (typeof text !== 'string' || rest.length > 0 || (values !== undefined && !Array.isArray(values))) {
      if (this.#waiting.length > 0) throw new Error('only a text with its values can follow what waits');
      return this.#run(text, values, ...rest);
    }
    // boundary: an array, as was just seen
    const statement = { text, values: values as readonly unknown[] | undefined };
    if (text === OPEN) this.#inTransaction = true;
    if (text === OPEN || (this.#inTransaction && isUnread(text))) {
      this.#waiting.push(statement);
      return nothing();
    }
    return text === COMMIT || text === ROLLBACK ? this.#finish(statement) : this.#send(statement);
  }

  /** What waits is given up by a ROLLBACK. A transaction that was never opened needs no end. */
  #finish(statement: Statement): unknown {
    const unopened = this.#waiting[0]?.text === OPEN;
    const needless = unopened && (this.#waiting.length === 1 || statement.text === ROLLBACK);
    if (needless || statement.text === ROLLBACK) this.#waiting = [];
    this.#inTransaction = false;
    return needless ? nothing() : this.#send(statement);
  }

  #send(statement: Statement): unknown {
    if (this.#waiting.length === 0) return this.#start(statement);
    const group = [...this.#waiting, statement];
    this.#waiting = [];
    this.connection.stream.cork();
    const answers = group.map((one) => this.#start(one));
    this.connection.stream.uncork();
    // the first to fail is the cause; PostgreSQL refuses whatever follows it in the transaction
    return Promise.all(answers).then((all) => all.at(-1));
  }

  #start({ text, values }: Statement): unknown {
    const name = values === undefined ? undefined : nameOf(text);
    return name === undefined ? this.#run(text, values) : this.#run({ name, text }, values);
  }
}
