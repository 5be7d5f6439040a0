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
