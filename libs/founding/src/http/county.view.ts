/** How the county and its bureau call themselves. */
export class CountySettingsView {
  name: string;
  bureauName: string;
  /** What task numbers begin with; empty: the usual one. */
  taskNumberPrefix: string;
}

/** Marks of papers that are kept out beside the statutory ones. */
export class SecrecyWordsView {
  words: string[];
}
