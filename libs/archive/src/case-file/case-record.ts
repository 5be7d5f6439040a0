import type { ServedFile } from '@ducha/evidence';
import type { MatterView } from '@ducha/matter';
import type { ReportView, TaskView } from '@ducha/task';

/** Who stands behind an act, as an electronic archive must show it: who, in which post, of which unit. */
export interface CaseAct {
  /** Place in the chain; null when the act was made within the last second. */
  readonly seq: number | null;
  readonly rowId: string;
  readonly at: string;
  readonly act: string;
  readonly subjectType: string;
  readonly subjectId: string | null;
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly post: string | null;
  readonly unit: string | null;
  /** The leader or giver of a delegation for whom it was done; null when on one’s own. */
  readonly inNameOf: { readonly id: string; readonly name: string } | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly facts: Record<string, unknown>;
  readonly words: string | null;
  /** Personal numbers in the words are masked; their digest is that of the words as they were said. */
  readonly wordsMasked?: true;
}

/** A task with every report on it. */
export type CaseTask = TaskView & { readonly reports: ReportView[] };

/** An evidence file of the case and where it lies in the archive. */
export interface CasePaper extends ServedFile {
  readonly id: string;
  readonly path: string;
}

/** Everything about one matter that its reader may see. */
export interface CaseRecord {
  readonly kind: 'ducha-case-file';
  readonly format: 1;
  readonly product: string;
  readonly county: string;
  readonly bureau: string;
  readonly madeAt: string;
  readonly madeBy: { readonly name: string; readonly title: string; readonly unit: string };
  readonly matter: MatterView;
  readonly tasks: readonly CaseTask[];
  /** In the order of the chain. */
  readonly acts: readonly CaseAct[];
  readonly papers: readonly CasePaper[];
}
