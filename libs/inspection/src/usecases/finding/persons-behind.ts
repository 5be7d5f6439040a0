import type { Actor } from '@ducha/access';

/** The persons behind an act: who does it and, under a delegation, in whose name. Rules of separation ask about both. */
export const personsBehind = ({ personId, inNameOf }: Actor): string[] =>
  inNameOf === undefined || inNameOf === null || inNameOf === personId ? [personId] : [personId, inNameOf];
