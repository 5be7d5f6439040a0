import type { Texts } from './texts';
import { account } from './en/account';
import { admin } from './en/admin';
import { audit } from './en/audit';
import { bureau } from './en/bureau';
import { calendar } from './en/calendar';
import { clock } from './en/clock';
import { callUp } from './en/call-up';
import { conclusion, review } from './en/conclusion';
import { configure } from './en/configure';
import { draw } from './en/draw';
import { duty } from './en/duty';
import { request } from './en/request';
import { errand } from './en/errand';
import { field } from './en/field';
import { figures } from './en/figures';
import { finding } from './en/finding';
import { founding } from './en/founding';
import { general } from './en/general';
import { importing } from './en/importing';
import { inspection } from './en/inspection';
import { inspector } from './en/inspector';
import { ladder } from './en/ladder';
import { law } from './en/law';
import { leader } from './en/leader';
import { ledger } from './en/ledger';
import { lookBack } from './en/look-back';
import { material } from './en/material';
import { matter } from './en/matter';
import { need } from './en/need';
import { notify } from './en/notify';
import { outcome } from './en/outcome';
import { patrol } from './en/patrol';
import { people } from './en/people';
import { permits } from './en/permits';
import { personal } from './en/personal';
import { recognition } from './en/recognition';
import { retaliation } from './en/retaliation';
import { rollUp } from './en/roll-up';
import { roster } from './en/roster';
import { schedule } from './en/schedule';
import { sealed } from './en/sealed';
import { security } from './en/security';
import { shell } from './en/shell';
import { slip } from './en/slip';
import { standard } from './en/standard';
import { system } from './en/system';
import { task } from './en/task';
import { unit } from './en/unit';
import { words } from './en/words';

/** English. */
export const en: Texts = {
  account,
  admin,
  audit,
  bureau,
  calendar,
  callUp,
  clock,
  conclusion,
  configure,
  draw,
  duty,
  errand,
  request,
  field,
  figures,
  finding,
  founding,
  general,
  importing,
  inspection,
  inspector,
  ladder,
  law,
  leader,
  ledger,
  lookBack,
  material,
  matter,
  need,
  notify,
  outcome,
  patrol,
  people,
  permits,
  personal,
  review,
  recognition,
  retaliation,
  rollUp,
  roster,
  schedule,
  sealed,
  security,
  shell,
  slip,
  standard,
  system,
  task,
  unit,
  words,
};
