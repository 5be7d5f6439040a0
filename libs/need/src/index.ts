export { NeedModule } from './need.module.js';
export { lifecycles } from './domain/need-lifecycle.js';
export { AskNeed } from './usecases/ask-need.js';
export { SolveNeed } from './usecases/solve-need.js';
export { TriageNeed } from './usecases/triage-need.js';
