import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { DisownInstruction } from '../usecases/disown-instruction.js';
import { GiveInstruction } from '../usecases/give-instruction.js';
import { InstructionBody } from './instruction.dto.js';
import { GivenInstructionView } from './instruction.view.js';

/** A principal's words. */
@Controller('instructions')
export class InstructionController {
  constructor(
    private readonly giveInstruction: GiveInstruction,
    private readonly disownInstruction: DisownInstruction,
  ) {}

  /** Gives an instruction on a matter or task, or a new edition of an earlier one. */
  @Post()
  @Act('instruction.give')
  give(@Body() body: InstructionBody, @By() by: Actor): Promise<GivenInstructionView> {
    const { subjectType: type, subjectId: id, kind, words, lineageId } = body;
    return this.giveInstruction.run({ subject: { type, id }, kind, words, lineageId: lineageId ?? null, by });
  }

  /** The leader disowns what the office entered in the leader's name. */
  @Post(':id/disown')
  @Act('instruction.disown')
  @HttpCode(204)
  disown(@Param('id', ParseUUIDPipe) instructionId: string, @By() by: Actor): Promise<void> {
    return this.disownInstruction.run({ instructionId, by });
  }
}
