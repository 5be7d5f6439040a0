/**
 * A lifecycle as pure data: every state is listed, each with the events that leave it and where they lead.
 * A missing state or an unknown target does not compile; a terminal state is listed with no moves.
 */
export interface Lifecycle<S extends string, E extends string> {
  readonly initial: S;
  readonly moves: { readonly [From in S]: { readonly [On in E]?: S } };
}

/** The state that `on` leads to, or undefined when the table does not allow the move. */
export function nextState<S extends string, E extends string>(
  lifecycle: Lifecycle<S, E>,
  from: S,
  on: E,
): S | undefined {
  return lifecycle.moves[from][on];
}

/** The events that may leave a state, in the order of the table. Buttons are drawn from this list. */
export function eventsFrom<S extends string, E extends string>(lifecycle: Lifecycle<S, E>, from: S): E[] {
  // boundary: Object.keys forgets the type of its keys
  return Object.keys(lifecycle.moves[from]) as E[];
}

/** All states, in the order of the table. */
export function statesOf<S extends string, E extends string>(lifecycle: Lifecycle<S, E>): S[] {
  // boundary: Object.keys forgets the type of its keys
  return Object.keys(lifecycle.moves) as S[];
}

/** States from which `on` is allowed; the SQL of a set-wise move takes its `state in (…)` from here. */
export function statesThatAllow<S extends string, E extends string>(lifecycle: Lifecycle<S, E>, on: E): S[] {
  return statesOf(lifecycle).filter((state) => lifecycle.moves[state][on] !== undefined);
}

/** States without a way out. */
export function terminalStates<S extends string, E extends string>(lifecycle: Lifecycle<S, E>): S[] {
  return statesOf(lifecycle).filter((state) => eventsFrom(lifecycle, state).length === 0);
}

/** States that can be reached from the initial one; a test compares it with all states. */
export function reachableStates<S extends string, E extends string>(lifecycle: Lifecycle<S, E>): Set<S> {
  const seen = new Set<S>([lifecycle.initial]);
  const open: S[] = [lifecycle.initial];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const on of eventsFrom(lifecycle, state)) {
      const to = lifecycle.moves[state][on];
      if (to !== undefined && !seen.has(to)) {
        seen.add(to);
        open.push(to);
      }
    }
  }
  return seen;
}

/** The table as a Mermaid state diagram; `npm run lifecycles` writes it into the READMEs. */
export function toMermaid<S extends string, E extends string>(lifecycle: Lifecycle<S, E>): string {
  const lines = ['stateDiagram-v2', `  [*] --> ${lifecycle.initial}`];
  for (const from of statesOf(lifecycle)) {
    for (const on of eventsFrom(lifecycle, from)) lines.push(`  ${from} --> ${lifecycle.moves[from][on]}: ${on}`);
  }
  for (const end of terminalStates(lifecycle)) lines.push(`  ${end} --> [*]`);
  return lines.join('\n');
}
