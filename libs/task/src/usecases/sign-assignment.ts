import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { httpFault } from '@ducha/http';
import { taskFault } from '../task-faults.js';
import { SignAssignments } from './sign-assignments.js';

/** A unit takes one assignment. */
@Injectable()
export class SignAssignment {
  constructor(private readonly signAssignments: SignAssignments) {}

  /** @throws Fault `task.assignmentMoveRefused`, `task.suspended`, `http.preconditionFailed`, `task.assignmentNotFound` */
  async run(id: string, seenVersion: number, by: Actor): Promise<void> {
    const { skipped } = await this.signAssignments.run([id], by, { seenVersions: new Map([[id, seenVersion]]) });
    switch (skipped[0]?.code) {
      case undefined:
        return;
      case 'http.preconditionFailed':
        throw httpFault('preconditionFailed');
      case 'task.suspended':
        throw taskFault('suspended');
      case 'task.assignmentNotFound':
        throw taskFault('assignmentNotFound');
      default:
        throw taskFault('assignmentMoveRefused', { on: 'sign' });
    }
  }
}
