import { Body, Controller, Post } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { GiveInstruction } from '../usecases/give-instruction.js';
import { InstructionBody } from './instruction.dto.js';
import { GivenInstructionView } from './instruction.view.js';

/** A principal's words. They are disowned in `libs/matter`, which undoes what they opened. */
@Controller('instructions')
export class InstructionController {
  constructor(private readonly giveInstruction: GiveInstruction) {}

  /** Gives an instruction on a matter or task, or a new edition of an earlier one. */
  @Post()
  @Act('instruction.give')
  give(@Body() body: InstructionBody, @By() by: Actor): Promise<GivenInstructionView> {
    const { subjectType: type, subjectId: id, kind, words, lineageId, unitIds = [], reportEvery = null } = body;
    const subject = { type, id };
    return this.giveInstruction.run({
      ...{ subject, kind, words, unitIds, reportEvery, by },
      lineageId: lineageId ?? null,
    });
  }
}
