import { Foundation1000000000001 } from './0001-foundation.js';
import { Matter1000000000002 } from './0002-matter.js';
import { Homework1000000000003 } from './0003-homework.js';
import { TasksOfAUnit1000000000005 } from './0005-tasks-of-a-unit.js';
import { SignIn1000000000010 } from './0010-sign-in.js';
import { Sources1000000000020 } from './0020-sources.js';
import { LedgerViews1000000000030 } from './0030-ledger-views.js';
import { Backup1000000000040 } from './0040-backup.js';
import { People1000000000050 } from './0050-people.js';
import { Duty1000000000060 } from './0060-duty.js';
import { Errands1000000000070 } from './0070-errands.js';
import { Privacy1000000000080 } from './0080-privacy.js';
import { FirstRun1000000000090 } from './0090-first-run.js';
import { Calendar1000000000100 } from './0100-calendar.js';
import { Clocks1000000000110 } from './0110-clocks.js';
import { NoticeChannels1000000000120 } from './0120-notice-channels.js';
import { ReportDuties1000000000130 } from './0130-report-duties.js';
import { History1000000000140 } from './0140-history.js';
import { Extensions1000000000150 } from './0150-extensions.js';
import { Disputes1000000000151 } from './0151-disputes.js';
import { Slips1000000000160 } from './0160-slips.js';
import { RoundTrip1000000000180 } from './0180-round-trip.js';
import { LookBack1000000000190 } from './0190-look-back.js';
import { Standards1000000000200 } from './0200-standards.js';
import { Inspections1000000000210 } from './0210-inspections.js';
import { Findings1000000000220 } from './0220-findings.js';
import { BureauClocks1000000000230 } from './0230-bureau-clocks.js';
import { OpenAssignments1000000000240 } from './0240-open-assignments.js';
import { SealedPlans1000000000250 } from './0250-sealed-plans.js';
import { Inspectors1000000000260 } from './0260-inspectors.js';
import { OfflineField1000000000270 } from './0270-offline-field.js';
import { Record1000000000280 } from './0280-record.js';
import { FindingsByFilter1000000000290 } from './0290-findings-by-filter.js';
import { ImportCommitter1000000000300 } from './0300-import-committer.js';
import { MatterViews1000000000330 } from './0330-matter-views.js';

/** In the order in which they run; append-only. */
export const migrations = [
  Foundation1000000000001,
  Matter1000000000002,
  Homework1000000000003,
  TasksOfAUnit1000000000005,
  SignIn1000000000010,
  Sources1000000000020,
  LedgerViews1000000000030,
  Backup1000000000040,
  People1000000000050,
  Duty1000000000060,
  Errands1000000000070,
  Privacy1000000000080,
  FirstRun1000000000090,
  Calendar1000000000100,
  Clocks1000000000110,
  NoticeChannels1000000000120,
  ReportDuties1000000000130,
  History1000000000140,
  Extensions1000000000150,
  Disputes1000000000151,
  Slips1000000000160,
  RoundTrip1000000000180,
  LookBack1000000000190,
  Standards1000000000200,
  Inspections1000000000210,
  Findings1000000000220,
  BureauClocks1000000000230,
  OpenAssignments1000000000240,
  SealedPlans1000000000250,
  Inspectors1000000000260,
  OfflineField1000000000270,
  Record1000000000280,
  FindingsByFilter1000000000290,
  ImportCommitter1000000000300,
  MatterViews1000000000330,
];
