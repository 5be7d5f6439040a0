import { Injectable } from '@nestjs/common';
import { planSample } from '../domain/look-back/look-back-terms.js';
import { samplePercent } from '../domain/look-back/sample-plan.js';
import { wilson } from '../domain/look-back/wilson.js';
import type { SamplePreviewView } from '../http/look-back.view.js';
import { SampleFactsQuery, type SampleWanted } from './sample-facts.js';

/** What a round would be drawn from, before anything is committed. */
@Injectable()
export class SamplePreview {
  constructor(private readonly facts: SampleFactsQuery) {}

  async of(wanted: SampleWanted): Promise<SamplePreviewView> {
    const facts = await this.facts.read(wanted);
    const { terms, strata } = planSample(facts);
    const names = new Map(facts.claims.map(({ unitId, unitName }) => [unitId, unitName]));
    const unit = (id: string) => ({ id, name: names.get(id) ?? '' });
    const people = await this.facts.checkers();
    const reasons = terms.excluded.map(({ reason }) => reason);
    return {
      claims: facts.claims.length,
      drawn: strata.reduce((sum, { quota }) => sum + quota, 0),
      units: [...names.keys()].map((id) => {
        const { checked, held } = facts.standings.get(id) ?? { checked: 0, held: 0 };
        return {
          unit: unit(id),
          checked,
          held,
          ...wilson(held, checked),
          percent: samplePercent({ checked, held }, wanted),
        };
      }),
      strata: strata.map(({ unitId, kind, size, quota }) => ({ unit: unit(unitId), kind, size, quota })),
      excluded: [...new Set(reasons)].map((reason) => ({
        reason,
        count: reasons.filter((one) => one === reason).length,
      })),
      checkers: people.map(({ id, name }) => ({
        id,
        name,
        recusedUnits: facts.recusals.filter(({ inspector, party }) => inspector === id && names.has(party)).length,
      })),
    };
  }
}
