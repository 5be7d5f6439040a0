import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import { standingStates } from '../../domain/finding/finding-lifecycle.js';
import { suggestedClass } from '../../domain/finding/spread.js';
import { compared, sumOf } from '../../domain/roll-up/roll-up.js';
import { type Clause, isMet } from '../../domain/standard/clause.js';
import { findingFault } from '../../finding-faults.js';
import type {
  EarlierRoundView,
  RollUpComparisonView,
  RollUpCrossingView,
  RollUpGroupView,
  RollUpMissView,
  RollUpPlaceView,
  RollUpProblemView,
  RollUpTimesView,
  InspectionRollUpView,
} from '../../http/roll-up/roll-up.view.js';
import {
  answeredSql,
  crossedSql,
  earlierSql,
  groupsSql,
  inspectedSql,
  missesSql,
  placesSql,
  problemsSql,
  roundSql,
} from './roll-up-sql.js';

type Round = Pick<InspectionRollUpView, 'id' | 'number' | 'name' | 'state' | 'now'> &
  Omit<RollUpTimesView, 'unnoticed'> & { readonly standardId: string | null; readonly clauses: readonly Clause[] };

/** A round counted. */
interface CountedRound {
  readonly round: Round;
  readonly problems: RollUpProblemView[];
  readonly places: RollUpPlaceView[];
  readonly params: readonly unknown[];
}

/** Whatever was written down and has not been taken back, confirmed or not yet. */
const counted = ['recorded', ...standingStates];

/** What an inspection has come to so far, out of its visits and findings as they stand (S18, S19). */
@Injectable()
export class RollUp {
  constructor(private readonly store: Store) {}

  /** @param against  an earlier round to lay beside it @throws Fault `finding.inspectionNotFound`, `finding.notEarlier` */
  async of(id: string, against: string | null): Promise<InspectionRollUpView> {
    const { round, problems, places, params } = await this.count(id);
    const { clauses, standardId: _standard, ...told } = round;
    const [groups, misses, crossings, earlier, comparison] = await Promise.all([
      this.store.query<RollUpGroupView>(groupsSql, params),
      this.store.query<RollUpMissView>(missesSql, [id]),
      this.crossings(id, clauses),
      this.store.query<EarlierRoundView>(earlierSql, [id, null]),
      against === null ? null : this.compare({ round, problems, places, params }, against),
    ]);
    const { releasedAt, firstArrivalAt, firstDiscoveryAt, lastFinishAt, discoveredAfterMinutes, ...head } = told;
    const left = places.filter(({ finishedAt, open }) => finishedAt !== null && open === 0);
    const unnoticed = left.filter((place) => place.discoveredAfterMinutes === null).length;
    const times = { releasedAt, firstArrivalAt, firstDiscoveryAt, lastFinishAt, discoveredAfterMinutes, unnoticed };
    return { ...head, times, totals: sumOf(places), places, groups, problems, crossings, misses, earlier, comparison };
  }

  private async count(id: string): Promise<CountedRound> {
    const round = await this.store.queryOne<Round>(roundSql, [id]);
    if (!round) throw findingFault('inspectionNotFound');
    const problems = await this.problems(id);
    const common = problems.filter((one) => one.class === 'common').map(({ clause }) => clause);
    const params = [id, counted, redLinesOf(round.clauses), common];
    return { round, problems, places: await this.store.query<RollUpPlaceView>(placesSql, params), params };
  }

  private async problems(id: string): Promise<RollUpProblemView[]> {
    const [rows, inspected] = await Promise.all([
      this.store.query<Omit<RollUpProblemView, 'class'>>(problemsSql, [id, counted]),
      this.store.queryOne<{ n: number }>(inspectedSql, [id]),
    ]);
    const inspectedUnits = inspected?.n ?? 0;
    return rows.map((row) => ({ ...row, class: row.decided ? 'common' : suggestedClass({ ...row, inspectedUnits }) }));
  }

  private async crossings(id: string, clauses: readonly Clause[]): Promise<RollUpCrossingView[]> {
    const params = [id, counted, redLinesOf(clauses)];
    const [found, answered] = await Promise.all([
      this.store.query<Omit<RollUpCrossingView, 'text'>>(crossedSql, params),
      this.store.query<Omit<RollUpCrossingView, 'text'> & { readonly found: boolean | number }>(answeredSql, params),
    ]);
    const byKey = new Map(clauses.map((clause) => [clause.key, clause]));
    const broken = answered.filter(({ clause, found: said }) => {
      const known = byKey.get(clause);
      return known !== undefined && isMet(known, said) === false;
    });
    return [...found, ...broken.map(({ found: _found, ...one }) => one)].map((one) => ({
      ...one,
      text: byKey.get(one.clause)?.text ?? '',
    }));
  }

  private async compare(now: CountedRound, against: string): Promise<RollUpComparisonView> {
    const round = await this.store.queryOne<EarlierRoundView>(earlierSql, [now.round.id, against]);
    if (!round)
      throw findingFault('notEarlier', {}, [
        { path: 'against', message: 'is no earlier round of it', constraint: 'earlier' },
      ]);
    const before = await this.count(against);
    const sameStandard = before.round.standardId !== null && before.round.standardId === now.round.standardId;
    const byClause = ({ problems }: CountedRound) =>
      problems.map(({ clause, text, findings }) => ({ id: clause, name: text, findings }));
    return {
      round,
      before: sumOf(before.places),
      places: compared(before.places, now.places, { seenTwice: true }),
      clauses: sameStandard ? compared(byClause(before), byClause(now), { seenTwice: false }) : [],
    };
  }
}

const redLinesOf = (clauses: readonly Clause[]): string[] =>
  clauses.filter(({ redLine }) => redLine).map(({ key }) => key);
