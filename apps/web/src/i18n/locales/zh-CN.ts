import { account } from './zh-CN/account';
import { audit } from './zh-CN/audit';
import { bureau } from './zh-CN/bureau';
import { general } from './zh-CN/general';
import { importing } from './zh-CN/importing';
import { leader } from './zh-CN/leader';
import { ledger } from './zh-CN/ledger';
import { matter } from './zh-CN/matter';
import { shell } from './zh-CN/shell';
import { task } from './zh-CN/task';
import { unit } from './zh-CN/unit';
import { words } from './zh-CN/words';

/** Chinese, the language the county works in. */
export const zhCN = { account, audit, bureau, general, importing, leader, ledger, matter, shell, task, unit, words };
