import { administration } from './administration';
import { desks } from './desks';
import { inspections } from './inspections';
import { inside } from './inside';
import { outside } from './outside';
import { records } from './records';
import { root } from './root';
import { rules } from './rules';

/** Every address of the application. */
export const routeTree = root.addChildren([
  ...outside,
  inside.addChildren([...desks, ...records, ...inspections, ...rules, ...administration]),
]);
