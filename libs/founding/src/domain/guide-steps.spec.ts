import { findSteps, type GuideFacts, type GuideStep, guideSteps, type StepFinding } from './guide-steps.js';

const empty: GuideFacts = {
  named: false,
  officeholders: [],
  workUnits: 0,
  staffedUnits: 0,
  mandatesProposed: 0,
  mandatesApproved: 0,
  instructions: 0,
  matters: 0,
  dispatched: 0,
};
const found = (step: GuideStep, facts: Partial<GuideFacts>): StepFinding => {
  const one = findSteps({ ...empty, ...facts }).find((finding) => finding.step === step);
  if (!one) throw new Error(step);
  return one;
};
const holder = (
  role: 'principal' | 'bureau_head' | 'bureau_officer' | 'secadmin',
  state: 'asked' | 'entered' | 'in',
) => ({
  role,
  state,
  name: '某人',
  standsIn: false,
});

describe('the guide of a new county', () => {
  it('names every step of an empty county as open, and whose it is', () => {
    const steps = findSteps(empty);
    expect(steps.map(({ step }) => step)).toEqual(guideSteps);
    expect(steps.every(({ state, whose }) => state === 'open' && whose.length > 0)).toBe(true);
  });

  it('passes an office from who asks to who grants to who comes in', () => {
    const ofPrincipals = (...officeholders: GuideFacts['officeholders']) => found('principals', { officeholders });
    expect(ofPrincipals().whose).toEqual(['sysadmin']);
    expect(ofPrincipals(holder('principal', 'asked')).whose).toEqual(['secadmin']);
    expect(ofPrincipals(holder('principal', 'entered')).whose).toEqual(['principal']);
    expect(ofPrincipals(holder('principal', 'in'))).toMatchObject({ state: 'done', whose: [] });
  });

  it('wants a bureau head and an officer, and counts who is in', () => {
    const officeholders = [holder('bureau_head', 'in'), holder('bureau_officer', 'asked')];
    expect(found('bureau', { officeholders })).toMatchObject({ state: 'open', done: 1, of: 2, whose: ['secadmin'] });
  });

  it('goes on with some units staffed, and says that others are not', () => {
    expect(found('unit_people', { workUnits: 3, staffedUnits: 0 }).state).toBe('open');
    expect(found('unit_people', { workUnits: 3, staffedUnits: 1 })).toMatchObject({ state: 'part', done: 1, of: 3 });
    expect(found('unit_people', { workUnits: 3, staffedUnits: 3 }).state).toBe('done');
  });

  it('waits for a principal once a mandate is proposed, and takes an instruction as well', () => {
    expect(found('basis', { mandatesProposed: 1 }).whose).toEqual(['principal']);
    expect(found('basis', { instructions: 1 }).state).toBe('done');
    expect(found('administrators', { officeholders: [holder('secadmin', 'in')] }).whose).toEqual([
      'sysadmin',
      'auditadmin',
    ]);
  });
});
