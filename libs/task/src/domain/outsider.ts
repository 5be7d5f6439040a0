/** A post as the rule sees it. `unitPath` is the unit's place in the tree: a parent's path is a prefix of its children's. */
export interface HeldPost {
  readonly role: string;
  readonly unitPath: string;
}

/** Who did the work of a task: the units of its assignments and the persons who signed, submitted or signed off. */
export interface Doers {
  readonly unitPaths: readonly string[];
  readonly personIds: readonly string[];
}

const unitRoles = new Set(['unit_head', 'unit_liaison', 'unit_staff']);

/**
 * Whether a person stands outside all doing units, so that he may verify and close. He is inside when he did some of the
 * work himself, holds any post in a doing unit or below it, or answers for one from above in a unit's role. Compares the
 * person with all his posts, not only the one he acts in.
 */
export function isOutsider(person: { id: string; posts: readonly HeldPost[] }, doers: Doers): boolean {
  if (doers.personIds.includes(person.id)) return false;
  return !person.posts.some((post) => doers.unitPaths.some((path) => isInside(post, path)));
}

function isInside(post: HeldPost, doingPath: string): boolean {
  if (post.unitPath.startsWith(doingPath)) return true;
  return unitRoles.has(post.role) && doingPath.startsWith(post.unitPath);
}

/**
 * The supervising bureau's own tasks are verified by the leader's office, everybody else's by the bureau.
 * @param bureauIsDoing the bureau itself is one of the doing units
 */
export function roleMayVerify(role: string, bureauIsDoing: boolean): boolean {
  return role === 'leader_office' ? bureauIsDoing : true;
}
