import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Settings } from '@ducha/store';
import { UnmaskController } from './http/unmask.controller.js';
import { DisowningController } from './http/disowning.controller.js';
import { ImportController } from './http/import.controller.js';
import { HintController } from './http/hint.controller.js';
import { KindController } from './http/kind.controller.js';
import { MandateController } from './http/mandate.controller.js';
import { MatterController } from './http/matter.controller.js';
import { MatterRegisterController } from './http/matter-register.controller.js';
import { MatterViewController } from './http/matter-view.controller.js';
import { NumberController } from './http/number.controller.js';
import { OwnMatterController } from './http/own-matter.controller.js';
import { RegistrationController } from './http/registration.controller.js';
import { ReplyController } from './http/reply.controller.js';
import { RestrictionController } from './http/restriction.controller.js';
import { SettlementController } from './http/settlement.controller.js';
import { LapseSweep } from './jobs/lapse-sweep.js';
import { ImportList } from './queries/import-list.query.js';
import { MandateList } from './queries/mandate-list.query.js';
import { MatterList } from './queries/matter-list.query.js';
import { IntakeHints } from './queries/intake-hints.query.js';
import { MatterExport } from './queries/matter-export.js';
import { MatterPage } from './queries/matter-page.query.js';
import { NumberPatterns } from './queries/number-patterns.query.js';
import { OwnMatters } from './queries/own-matters.query.js';
import { CallBack } from './usecases/call-back.js';
import { CommitImport } from './usecases/commit-import.js';
import { DecideProposal } from './usecases/decide-proposal.js';
import { DiscardImport } from './usecases/discard-import.js';
import { DisownOfficeAct } from './usecases/disown-office-act.js';
import { EnterMatter } from './usecases/enter-matter.js';
import { GiveFeedback } from './usecases/give-feedback.js';
import { HandlingProposals } from './usecases/handling-proposals.js';
import { ImportMatters } from './usecases/import-matters.js';
import { LapseReplies } from './usecases/lapse-replies.js';
import { MatterMoves } from './usecases/matter-moves.js';
import { MergeMatter } from './usecases/merge-matter.js';
import { MergeMatters } from './usecases/merge-matters.js';
import { PreviewImport } from './usecases/preview-import.js';
import { ProposeHandling } from './usecases/propose-handling.js';
import { ProposeMandate } from './usecases/propose-mandate.js';
import { ReadReply } from './usecases/read-reply.js';
import { RegisterMatter } from './usecases/register-matter.js';
import { RegisterMatters } from './usecases/register-matters.js';
import { Registration } from './usecases/registration.js';
import { ReplyToMatter } from './usecases/reply-to-matter.js';
import { ReplyToMatters } from './usecases/reply-to-matters.js';
import { ReplyWriter } from './usecases/reply-writer.js';
import { SettleMandate } from './usecases/settle-mandate.js';
import { SettleMatter } from './usecases/settle-matter.js';
import { TakeMessages } from './usecases/take-messages.js';
import { TriageMatter } from './usecases/triage-matter.js';
import { GiveOwnFeedback } from './usecases/give-own-feedback.js';
import { MakeStatusLink } from './usecases/make-status-link.js';
import { MatterRecords } from './usecases/matter-records.js';
import { Numbering } from './usecases/numbering.js';
import { ReadSource } from './usecases/read-source.js';
import { ReadStatus } from './usecases/read-status.js';
import { RecordReceipt } from './usecases/record-receipt.js';
import { ReplyFeedback } from './usecases/reply-feedback.js';
import { RestrictMatter } from './usecases/restrict-matter.js';
import { Restriction } from './usecases/restriction.js';
import { SecrecyScreen } from './usecases/secrecy-screen.js';
import { SetNumberPattern } from './usecases/set-number-pattern.js';
import { HoldMatter } from './usecases/hold-matter.js';
import { UnmaskMatter } from './usecases/unmask-matter.js';
import { SignatoryWriter } from './usecases/signatory-writer.js';

const intake = [
  SecrecyScreen,
  Numbering,
  SetNumberPattern,
  SignatoryWriter,
  Restriction,
  RestrictMatter,
  MatterRecords,
  ReadSource,
  UnmaskMatter,
  HoldMatter,
  EnterMatter,
  TriageMatter,
  TakeMessages,
  PreviewImport,
  CommitImport,
  DiscardImport,
  ImportMatters,
];
const registration = [
  HandlingProposals,
  ProposeHandling,
  DecideProposal,
  DisownOfficeAct,
  Registration,
  RegisterMatter,
  RegisterMatters,
  ProposeMandate,
  SettleMandate,
];
const ending = [
  MatterMoves,
  SettleMatter,
  MergeMatter,
  MergeMatters,
  ReplyWriter,
  ReplyToMatter,
  ReplyToMatters,
  ReadReply,
  ReplyFeedback,
  GiveFeedback,
  GiveOwnFeedback,
  CallBack,
  RecordReceipt,
  MakeStatusLink,
  ReadStatus,
  LapseReplies,
];
const queries = [
  IntakeHints,
  NumberPatterns,
  OwnMatters,
  MatterList,
  MatterExport,
  MatterPage,
  MandateList,
  ImportList,
];

/** What came in from a source and wants an answer. */
@Global()
@Module({})
export class MatterModule {
  /** @param settings  a process that only answers runs no sweeps */
  static for(settings: Settings): DynamicModule {
    return {
      module: MatterModule,
      // routes with a fixed word come before those with an id in its place
      controllers: [
        KindController,
        NumberController,
        HintController,
        OwnMatterController,
        ReplyController,
        RegistrationController,
        MatterRegisterController,
        MatterViewController,
        MatterController,
        SettlementController,
        RestrictionController,
        UnmaskController,
        MandateController,
        ImportController,
        DisowningController,
      ],
      providers: [...intake, ...registration, ...ending, ...queries, ...(settings.role === 'api' ? [] : [LapseSweep])],
      exports: [Numbering, ...intake, ...registration, ...ending, MatterPage],
    };
  }
}
