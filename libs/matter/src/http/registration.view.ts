import { OpenedTaskView } from '@ducha/task';
import { MatterView, SkippedMatterView } from './matter.view.js';

/** A registered matter and its task. */
export class RegisteredMatterView {
  matter: MatterView;
  task: OpenedTaskView;
}

/** What came of registering many. */
export class RegisteredMattersView {
  registered: number;
  dispatched: number;
  skipped: SkippedMatterView[];
}

/** What came of merging several into one. */
export class MergedMattersView {
  merged: number;
  /** Who will be answered through the one. */
  signatories: number;
  skipped: SkippedMatterView[];
}
