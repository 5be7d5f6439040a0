/** What a standing mandate (常设授权) covers. */
export interface MandateScope {
  readonly sourceKind: string;
  /** Slash path; empty covers every category. */
  readonly categoryPrefix: string;
}

/** Whether a mandate in force covers a task: same kind, and the category at or below its own. Null covers nothing. */
export function covers(
  mandate: MandateScope | null,
  task: { readonly kind: string; readonly category: string | null },
): boolean {
  if (mandate === null || mandate.sourceKind !== task.kind) return false;
  const { categoryPrefix: prefix } = mandate;
  if (prefix === '') return true;
  return task.category === prefix || (task.category?.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`) ?? false);
}
