import type { Json } from '#test-kit';

/** The text of a law profile that was read, as it is sent back. */
export function textOf({ clocks, to, receiptAfterHours, ...view }: Json): Json {
  const { code: _, revision: _r, origin: _o, shippedText: _s, madeAt: _m, ...text } = view;
  return {
    ...text,
    ...(to !== null && { to }),
    ...(receiptAfterHours !== null && { receiptAfterHours }),
    clocks: clocks.map(({ term, yearly, extendedTo, extensions, importance, ...clock }: Json) => ({
      ...clock,
      ...(term ? { term } : { yearly }),
      ...(extendedTo && { extendedTo, extensions }),
      ...(importance && { importance }),
    })),
  };
}
