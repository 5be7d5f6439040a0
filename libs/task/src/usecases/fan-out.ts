import { Injectable } from '@nestjs/common';
import { Fault } from '@ducha/kernel';
import type { OpenedTaskView } from '../http/opened-task.view.js';
import { taskFault } from '../task-faults.js';
import type { NewTask } from './new-task.js';
import { OpenByDoor, type ThroughDoor } from './open-by-door.js';

/** One task for many units that answer separately (分办). */
export interface FanOutCommand extends ThroughDoor {
  readonly task: Omit<NewTask, 'leadUnitId'>;
  /** One sibling each. */
  readonly unitIds: readonly string[];
}

/** Opens sibling tasks, each with its own lead. All or none. */
@Injectable()
export class FanOut {
  constructor(private readonly door: OpenByDoor) {}

  /** @throws Fault naming `unitIds` where a sibling's lead is the trouble */
  run(command: FanOutCommand): Promise<readonly OpenedTaskView[]> {
    return inUnitIds(() => this.door.run(siblingsOf(command), command));
  }

  /** What would keep the siblings from being opened, unit by unit; nothing is written. @throws Fault like `run` for what concerns them all */
  async rehearse(command: FanOutCommand): Promise<readonly { readonly unitId: string; readonly fault: Fault }[]> {
    const skipped = await inUnitIds(() => this.door.rehearse(siblingsOf(command), command));
    return skipped.map(({ index, fault }) => ({ unitId: command.unitIds[index] ?? '', fault }));
  }
}

function siblingsOf({ unitIds, task }: FanOutCommand): NewTask[] {
  const twice = unitIds.findIndex((id, at) => unitIds.indexOf(id) < at);
  if (twice >= 0)
    throw taskFault('duplicateUnit', {}, [
      { path: `unitIds[${twice}]`, message: 'is named twice', constraint: 'arrayUnique' },
    ]);
  return unitIds.map((leadUnitId) => ({ ...task, leadUnitId }));
}

async function inUnitIds<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Fault ? new Fault(error.code, error.spec, error.facts, error.errors.map(asUnitIds)) : error;
  }
}

function asUnitIds<E extends { readonly path: string }>(error: E): E {
  return error.path === 'leadUnitId' ? { ...error, path: 'unitIds' } : error;
}
