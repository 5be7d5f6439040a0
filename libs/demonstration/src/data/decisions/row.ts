/** One item of a meeting's minutes with the target it set. */
export interface DecisionRow {
  meeting: string;
  item: number;
  daysAgo: number;
  topic: string;
  title: string;
  text: string;
  lead: string;
  assist: string;
  target: [measure: string, value: number, unit: string];
  /** `unit:value` pairs; units that carry a share lead a sibling task of their own. */
  shares?: string;
  dueInDays: number;
}
