import { UnitBrief } from '@ducha/org';

/** A site of the frame. */
export class SiteView {
  id: string;
  kind: string;
  code: string;
  /** Of a household: its head, masked. */
  name: string;
  unit: UnitBrief;
  village: string | null;
  /** Households of a village; of others 0. */
  households: number;
  /** People posted to a village today. */
  posted: number;
}

/** Somebody posted to a village. Days are `YYYY-MM-DD`, both included. */
export class PostingView {
  id: string;
  personId: string;
  person: string;
  siteId: string;
  village: string;
  unit: UnitBrief;
  team: string;
  /** first_secretary, team_leader, team_member, village_committee */
  role: string;
  fromOn: string;
  toOn: string | null;
}
