import type { Type } from '@nestjs/common';
import type { ModuleRef } from '@nestjs/core';
import { StoreEvidence } from '@ducha/evidence';
import {
  DecideProposal,
  EnterMatter,
  GiveFeedback,
  MergeMatter,
  ProposeHandling,
  ProposeMandate,
  RegisterMatter,
  RegisterMatters,
  ReplyToMatter,
  SettleMandate,
  SettleMatter,
  TriageMatter,
} from '@ducha/matter';
import {
  ApproveTask,
  CancelTask,
  CloseTask,
  CorrectTask,
  DecideTask,
  DeliverChunk,
  DispatchTask,
  DispatchTasks,
  GiveInstruction,
  JudgeAssist,
  LookBack,
  OpenByDoor,
  PresentTask,
  ProposeTask,
  ReassignAssignment,
  RecallAssignment,
  ReportProgress,
  ReturnAnswer,
  SignAssignments,
  SignOffAnswer,
  SplitTask,
  SubmitAnswer,
  SuspendTask,
  VerifyTask,
  WithdrawAnswer,
} from '@ducha/task';

/** The product's own use cases: the county's life goes through them and through nothing else. */
// eslint-disable-next-line max-lines-per-function -- a table of what there is
export function useCasesOf(modules: ModuleRef) {
  const get = <T>(type: Type<T>): T => modules.get(type, { strict: false });
  return {
    storeEvidence: get(StoreEvidence),
    enterMatter: get(EnterMatter),
    triageMatter: get(TriageMatter),
    proposeMandate: get(ProposeMandate),
    settleMandate: get(SettleMandate),
    registerMatter: get(RegisterMatter),
    registerMatters: get(RegisterMatters),
    mergeMatter: get(MergeMatter),
    settleMatter: get(SettleMatter),
    replyToMatter: get(ReplyToMatter),
    giveFeedback: get(GiveFeedback),
    proposeHandling: get(ProposeHandling),
    decideProposal: get(DecideProposal),
    openByDoor: get(OpenByDoor),
    proposeTask: get(ProposeTask),
    approveTask: get(ApproveTask),
    dispatchTask: get(DispatchTask),
    dispatchTasks: get(DispatchTasks),
    splitTask: get(SplitTask),
    deliverChunk: get(DeliverChunk),
    sign: get(SignAssignments),
    report: get(ReportProgress),
    submit: get(SubmitAnswer),
    signOff: get(SignOffAnswer),
    returnAnswer: get(ReturnAnswer),
    withdraw: get(WithdrawAnswer),
    judgeAssist: get(JudgeAssist),
    recall: get(RecallAssignment),
    reassign: get(ReassignAssignment),
    verify: get(VerifyTask),
    present: get(PresentTask),
    decide: get(DecideTask),
    close: get(CloseTask),
    lookBack: get(LookBack),
    suspend: get(SuspendTask),
    cancel: get(CancelTask),
    correct: get(CorrectTask),
    instruct: get(GiveInstruction),
  };
}

/** The use cases by the word for what is done. */
export type UseCases = ReturnType<typeof useCasesOf>;
