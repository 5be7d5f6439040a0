/** One refusal of a module: its HTTP status and its permanent title in both languages of the screen. */
export interface FaultSpec {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 503;
  readonly title: string;
  readonly titleZh: string;
}

/** One bad field of a request: `path` as in the JSON body, `constraint` a permanent word such as `isUuid`. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
  readonly constraint: string;
}

/** Facts of a refusal that the answer carries beside its code. Never free text of a person. */
export type FaultFacts = Readonly<Record<string, unknown>>;

/** A refusal with a permanent public code (`task.movedOn`). Anything else that is thrown is a bug and answers 500. */
export class Fault extends Error {
  constructor(
    readonly code: string,
    readonly spec: FaultSpec,
    readonly facts: FaultFacts = {},
    readonly errors: readonly FieldError[] = [],
  ) {
    super(`${code}: ${spec.title}`);
    this.name = 'Fault';
  }
}

const catalogue = new Map<string, FaultSpec>();

/**
 * Declares the refusals of one module and returns the function that builds them.
 * @param namespace  first half of the public code
 * @throws Error at load time when a code is declared twice
 */
export function defineFaults<N extends string, K extends string>(namespace: N, specs: Readonly<Record<K, FaultSpec>>) {
  for (const [name, spec] of Object.entries<FaultSpec>(specs)) {
    const code = `${namespace}.${name}`;
    if (catalogue.has(code)) throw new Error(`fault ${code} is declared twice`);
    catalogue.set(code, spec);
  }
  return (name: K, facts?: FaultFacts, errors?: readonly FieldError[]): Fault =>
    new Fault(`${namespace}.${name}`, specs[name], facts, errors);
}

/** Every declared refusal by its public code; the API page lists it and a test asks for a test of each. */
export function faultCatalogue(): ReadonlyMap<string, FaultSpec> {
  return catalogue;
}
