import type { Texts } from './texts';
import { account } from './en/account';
import { audit } from './en/audit';
import { bureau } from './en/bureau';
import { general } from './en/general';
import { importing } from './en/importing';
import { leader } from './en/leader';
import { ledger } from './en/ledger';
import { matter } from './en/matter';
import { shell } from './en/shell';
import { task } from './en/task';
import { unit } from './en/unit';
import { words } from './en/words';

/** English. */
export const en: Texts = {
  account,
  audit,
  bureau,
  general,
  importing,
  leader,
  ledger,
  matter,
  shell,
  task,
  unit,
  words,
};
