import { useTranslation } from 'react-i18next';
import type { AssignmentState, MatterState, TaskState } from '../api/types';
import { inBrackets } from '../i18n/punctuation';

/** How far a thing is: the drawn sign differs as well as the colour, so that no one needs colours to read it. */
type Tone = 'wait' | 'go' | 'claim' | 'good' | 'end';

const taskTones: Record<TaskState, Tone> = {
  draft: 'end',
  proposed: 'wait',
  registered: 'wait',
  dispatched: 'wait',
  under_way: 'go',
  answered: 'claim',
  verified: 'go',
  presented: 'claim',
  closed: 'good',
  effective: 'good',
  cancelled: 'end',
};
const assignmentTones: Record<AssignmentState, Tone> = {
  queued: 'wait',
  delivered: 'wait',
  signed: 'go',
  submitted: 'claim',
  answered: 'claim',
  accepted: 'good',
  disputed: 'wait',
  moving: 'end',
  moved: 'end',
  recalled: 'end',
};
const matterTones: Record<MatterState, Tone> = {
  received: 'wait',
  registered: 'go',
  replied: 'go',
  closed: 'good',
  filed: 'end',
  merged: 'end',
  declined: 'end',
  handed_over: 'end',
};

const signs: Record<Tone, React.ReactNode> = {
  wait: <circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  go: (
    <>
      <circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M6 1.8a4.2 4.2 0 0 1 0 8.4z" fill="currentColor" />
    </>
  ),
  claim: <path d="M6 1.2 10.8 6 6 10.8 1.2 6z" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  good: <path d="M1.8 6.4 4.8 9.4 10.4 2.8" fill="none" stroke="currentColor" strokeWidth="2" />,
  end: <path d="M2 6h8" stroke="currentColor" strokeWidth="2" />,
};

function Mark({ tone, words }: { tone: Tone; words: string }) {
  return (
    <span className="mark" data-tone={tone}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        {signs[tone]}
      </svg>
      {words}
    </span>
  );
}

/** A task's state; `suspended` is a dated fact beside it and is said as well. */
export function TaskStateMark({ state, suspended = false }: { state: TaskState; suspended?: boolean }) {
  const { t } = useTranslation();
  const words = t(`words.taskState.${state}`);
  return (
    <Mark
      tone={suspended ? 'end' : taskTones[state]}
      words={suspended ? `${words}${inBrackets(t('general.suspended'))}` : words}
    />
  );
}

/** An assignment's state. */
export function AssignmentStateMark({ state }: { state: AssignmentState }) {
  const { t } = useTranslation();
  return <Mark tone={assignmentTones[state]} words={t(`words.assignmentState.${state}`)} />;
}

/** A matter's state. */
export function MatterStateMark({ state }: { state: MatterState }) {
  const { t } = useTranslation();
  return <Mark tone={matterTones[state]} words={t(`words.matterState.${state}`)} />;
}
