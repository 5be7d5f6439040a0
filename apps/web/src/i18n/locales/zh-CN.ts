import { account } from './zh-CN/account';
import { admin } from './zh-CN/admin';
import { audit } from './zh-CN/audit';
import { bureau } from './zh-CN/bureau';
import { calendar } from './zh-CN/calendar';
import { clock } from './zh-CN/clock';
import { callUp } from './zh-CN/call-up';
import { conclusion, review } from './zh-CN/conclusion';
import { configure } from './zh-CN/configure';
import { draw } from './zh-CN/draw';
import { duty } from './zh-CN/duty';
import { request } from './zh-CN/request';
import { errand } from './zh-CN/errand';
import { field } from './zh-CN/field';
import { figures } from './zh-CN/figures';
import { finding } from './zh-CN/finding';
import { founding } from './zh-CN/founding';
import { general } from './zh-CN/general';
import { importing } from './zh-CN/importing';
import { inspection } from './zh-CN/inspection';
import { inspector } from './zh-CN/inspector';
import { ladder } from './zh-CN/ladder';
import { law } from './zh-CN/law';
import { leader } from './zh-CN/leader';
import { ledger } from './zh-CN/ledger';
import { lookBack } from './zh-CN/look-back';
import { material } from './zh-CN/material';
import { matter } from './zh-CN/matter';
import { need } from './zh-CN/need';
import { notify } from './zh-CN/notify';
import { outcome } from './zh-CN/outcome';
import { patrol } from './zh-CN/patrol';
import { people } from './zh-CN/people';
import { permits } from './zh-CN/permits';
import { personal } from './zh-CN/personal';
import { recognition } from './zh-CN/recognition';
import { retaliation } from './zh-CN/retaliation';
import { rollUp } from './zh-CN/roll-up';
import { roster } from './zh-CN/roster';
import { schedule } from './zh-CN/schedule';
import { sealed } from './zh-CN/sealed';
import { security } from './zh-CN/security';
import { shell } from './zh-CN/shell';
import { slip } from './zh-CN/slip';
import { standard } from './zh-CN/standard';
import { system } from './zh-CN/system';
import { task } from './zh-CN/task';
import { unit } from './zh-CN/unit';
import { words } from './zh-CN/words';

/** Chinese, the language the county works in. */
export const zhCN = {
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
