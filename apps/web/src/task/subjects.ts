import type { AssignmentView, TaskView } from '../api/types';
import type { ActSubject } from '../shared/acts/act-spec';

/** The task as the object of an act, with what its dialogs offer to choose from. */
export function taskSubject(task: TaskView): ActSubject {
  const assignments = task.assignments
    .filter((assignment) => assignment.state === 'answered' || assignment.state === 'accepted')
    .map((assignment) => ({ value: assignment.id, label: assignment.unit.shortName }));
  return {
    kind: 'task',
    id: task.id,
    version: task.version,
    title: task.title,
    choices: { assignments },
    initial: {
      leadUnitId: task.leadUnit?.id,
      assistUnitIds: task.assistUnits.map((unit) => unit.id),
      dueAt: task.dueAt ?? undefined,
      manner: 'desk',
      title: task.title,
      demand: task.demand,
      importance: task.importance,
      mayHear: task.kind === 'petition' ? true : undefined,
      ground: 'other',
      targetValue: task.targetValue ?? undefined,
      reportEvery: task.reportEvery ?? undefined,
      reportWhy: task.reportWhy ?? undefined,
      principalId: task.principal?.id,
      dispatch: true,
      decision: task.state === 'proposed' ? 'agree' : undefined,
    },
  };
}

/** One unit's assignment as the object of an act. */
export function assignmentSubject(assignment: AssignmentView): ActSubject {
  return {
    kind: 'assignment',
    id: assignment.id,
    version: assignment.version,
    title: `${assignment.unit.shortName} · ${assignment.task.title}`,
    initial: {
      quantified: assignment.task.targetValue !== null,
      value: assignment.task.currentValue ?? undefined,
    },
  };
}
