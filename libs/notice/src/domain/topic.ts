/** What notices are about, as a county settles their ways out. Kinds are many and grow; topics are few and stay. */
export const topics = [
  'sign',
  'redo',
  'sign_off',
  'verify',
  'decide',
  'instruction',
  'deadline',
  'slip',
  'urging',
  'call_up',
  'other',
] as const;

/** One of them. */
export type Topic = (typeof topics)[number];

const topicOfKind: Readonly<Record<string, Topic>> = {
  'assignment.delivered': 'sign',
  'assignment.returned': 'redo',
  'assignment.redo': 'redo',
  'assist.redo': 'redo',
  'errand.returned': 'redo',
  'assignment.submitted': 'sign_off',
  'task.answered': 'verify',
  'assist.answered': 'verify',
  'task.proposed': 'decide',
  'task.presented': 'decide',
  'handling_proposal.put': 'decide',
  'task.instructed': 'instruction',
  'handling_proposal.decided': 'instruction',
  office_act: 'instruction',
  'assignment.urged': 'urging',
};

const topicOfFamily: Readonly<Record<string, Topic>> = {
  instruction: 'instruction',
  clock: 'deadline',
  deadline: 'deadline',
  rung: 'deadline',
  extension: 'deadline',
  slip: 'slip',
  urging: 'urging',
  call_up: 'call_up',
};

/** What a kind of notice is about: by its own name, else by the word before its dot. */
export const topicOf = (kind: string): Topic =>
  topicOfKind[kind] ?? topicOfFamily[kind.slice(0, kind.indexOf('.'))] ?? 'other';

/** Topics that only remind: nothing is left to remind of once the task is over. */
export const remindingTopics: readonly Topic[] = ['sign', 'redo', 'sign_off', 'deadline', 'slip', 'urging'];
