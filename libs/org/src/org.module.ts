import { Global, Module } from '@nestjs/common';
import { OrgController } from './http/org.controller.js';
import { DutyRegister } from './queries/duty-register.query.js';
import { UnitList } from './queries/unit-list.query.js';
import { FoundUnits } from './usecases/found-units.js';
import { SpellNames } from './usecases/spell-names.js';

/** Units and who is in charge of what. */
@Global()
@Module({
  controllers: [OrgController],
  providers: [UnitList, DutyRegister, FoundUnits, SpellNames],
  exports: [DutyRegister, FoundUnits, SpellNames],
})
export class OrgModule {}
