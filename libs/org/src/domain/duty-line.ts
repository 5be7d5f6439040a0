/** The lists of township duties: 基本履职, 配合履职, 上级部门收回. */
export const townshipLists = ['basic', 'assisting', 'withdrawn'] as const;

/** One of `townshipLists`. */
export type TownshipList = (typeof townshipLists)[number];

/** Kinds of units that the lists bind. */
const townshipKinds: readonly string[] = ['town', 'township', 'street'];

/** What a line of the duty register says. */
export interface DutyLine {
  /** Slash path. */
  readonly category: string;
  readonly leadUnitId: string;
  readonly assistUnitIds: readonly string[];
  /** On which list of the townships the item stands; null: on none. */
  readonly townshipList: TownshipList | null;
  /** The paper that says so: document, article. */
  readonly basis: string | null;
}

/** Names of the refusals a line can meet. */
export type LineFaultName = 'unknownUnit' | 'repeatedUnit' | 'townshipOnWithdrawn' | 'townshipLeadsAssisting';

/** One thing that is wrong with a line. `place`: which assist; null for the lead. */
export interface LineFault {
  readonly name: LineFaultName;
  readonly field: 'leadUnitId' | 'assistUnitIds';
  readonly place: number | null;
}

/**
 * Everything that is wrong with the units of a line.
 * @param kindOf  kind of a unit of today; undefined when there is none
 */
export function faultsOfLine(
  { leadUnitId, assistUnitIds, townshipList }: Omit<DutyLine, 'category' | 'basis'>,
  kindOf: (unitId: string) => string | undefined,
): LineFault[] {
  const seen = new Set<string>();
  return [leadUnitId, ...assistUnitIds].flatMap((id, at): LineFault[] => {
    const isLead = at === 0;
    const where = { field: isLead ? 'leadUnitId' : 'assistUnitIds', place: isLead ? null : at - 1 } as const;
    const kind = kindOf(id);
    if (kind === undefined || kind === 'village') return [{ name: 'unknownUnit', ...where }];
    if (seen.has(id)) return [{ name: 'repeatedUnit', ...where }];
    seen.add(id);
    if (!townshipKinds.includes(kind)) return [];
    if (townshipList === 'withdrawn') return [{ name: 'townshipOnWithdrawn', ...where }];
    return townshipList === 'assisting' && isLead ? [{ name: 'townshipLeadsAssisting', ...where }] : [];
  });
}

/** Whether two lines say the same; the order of assisting units means nothing. */
export function sameLine(one: DutyLine, other: DutyLine): boolean {
  const assists = ({ assistUnitIds }: DutyLine) => [...assistUnitIds].sort().join();
  return (
    one.category === other.category &&
    one.leadUnitId === other.leadUnitId &&
    one.townshipList === other.townshipList &&
    one.basis === other.basis &&
    assists(one) === assists(other)
  );
}

/** A category as it is kept: parts without outer space, joined by `/`; null when nothing is left. */
export function itemPath(text: string): string | null {
  const parts = text
    .replace(/[>＞→／\\]/gu, '/')
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length === 0 ? null : parts.join('/');
}
