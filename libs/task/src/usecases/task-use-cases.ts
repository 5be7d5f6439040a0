import { AddAssists } from './add-assists.js';
import { ApproveTask } from './approve-task.js';
import { AskExport } from './ask-export.js';
import { CancelTask } from './cancel-task.js';
import { ChangeOfficer } from './change-officer.js';
import { CloseInSilence } from './close-in-silence.js';
import { CloseTask } from './close-task.js';
import { Closing } from './closing.js';
import { CorrectTask } from './correct-task.js';
import { DecideExport } from './decide-export.js';
import { DecideTask } from './decide-task.js';
import { DeliverChunk } from './deliver-chunk.js';
import { DisownInstruction } from './disown-instruction.js';
import { DispatchTask } from './dispatch-task.js';
import { DispatchTasks } from './dispatch-tasks.js';
import { EndAssignments } from './end-assignments.js';
import { FanOut } from './fan-out.js';
import { GiveInstruction } from './give-instruction.js';
import { InstructTask } from './instruct-task.js';
import { JudgeAssignments } from './judge-assignments.js';
import { Judges } from './judges.js';
import { KeepLedgerViews } from './keep-ledger-views.js';
import { LapseExports } from './lapse-exports.js';
import { Leaders } from './leaders.js';
import { LookBack } from './look-back.js';
import { OpenByDoor } from './open-by-door.js';
import { OpenTasks } from './open-tasks.js';
import { ParentTasks } from './parent-tasks.js';
import { PresentTask } from './present-task.js';
import { ProposeTask } from './propose-task.js';
import { RegisterTask } from './register-task.js';
import { Registering } from './registering.js';
import { RollUp } from './roll-up.js';
import { SendOut } from './send-out.js';
import { SplitTask } from './split-task.js';
import { SuspendTask } from './suspend-task.js';
import { ExportRegisters } from './export-registers.js';
import { TakeExport } from './take-export.js';
import { MatterClocks } from './matter-clocks.js';
import { TaskClocks } from './task-clocks.js';
import { TaskMoves } from './task-moves.js';
import { TaskNotices } from './task-notices.js';
import { VerifyTask } from './verify-task.js';

/** The acts on tasks, and what they share. */
export const taskUseCases = [
  OpenByDoor,
  OpenTasks,
  FanOut,
  ProposeTask,
  ApproveTask,
  InstructTask,
  RegisterTask,
  SplitTask,
  DispatchTask,
  DispatchTasks,
  AddAssists,
  DeliverChunk,
  VerifyTask,
  PresentTask,
  DecideTask,
  CloseTask,
  CloseInSilence,
  LookBack,
  SuspendTask,
  CancelTask,
  CorrectTask,
  ChangeOfficer,
  GiveInstruction,
  DisownInstruction,
  TaskClocks,
  MatterClocks,
  TaskMoves,
  TaskNotices,
  RollUp,
  ParentTasks,
  Registering,
  SendOut,
  Closing,
  EndAssignments,
  JudgeAssignments,
  Judges,
  Leaders,
  KeepLedgerViews,
  AskExport,
  DecideExport,
  ExportRegisters,
  TakeExport,
  LapseExports,
];
