/** A unit as lists, pickers and trees show it. */
export class UnitView {
  id: string;
  name: string;
  shortName: string;
  /** county, office, bureau, division, department, town, township, street, farm, institute, village, … */
  kind: string;
  parentId: string | null;
  divisionCode: string | null;
  /** Whether the duty register names it as a lead. */
  leads: boolean;
}

/** A unit in one word. */
export class UnitBrief {
  id: string;
  shortName: string;
}

/** One line of the duty register. */
export class DutyView {
  id: string;
  /** Slash path such as 城乡建设/市政设施/道路破损. */
  category: string;
  leadUnit: UnitBrief;
  assistUnits: UnitBrief[];
}

/** What the duty register says about a category. */
export class DutySuggestion {
  /** The line that matched: the longest one that the category begins with. */
  matchedCategory: string;
  leadUnit: UnitBrief;
  assistUnits: UnitBrief[];
}
