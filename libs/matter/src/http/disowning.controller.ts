import { Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { DisownOfficeAct } from '../usecases/disown-office-act.js';

/** What a leader does not stand by. */
@Controller('instructions')
export class DisowningController {
  constructor(private readonly disownOfficeAct: DisownOfficeAct) {}

  /** The leader disowns what the office entered in the leader's name; a registration that came of it is undone while no unit has signed. */
  @Post(':id/disown')
  @Act('instruction.disown')
  @HttpCode(204)
  disown(@Param('id', ParseUUIDPipe) instructionId: string, @By() by: Actor): Promise<void> {
    return this.disownOfficeAct.run({ instructionId, by });
  }
}
