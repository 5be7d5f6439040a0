import { Global, Module } from '@nestjs/common';
import { OrgController } from './http/org.controller.js';
import { UnitController } from './http/unit.controller.js';
import { DutyRegister } from './queries/duty-register.query.js';
import { UnitList } from './queries/unit-list.query.js';
import { UnitPage } from './queries/unit-page.query.js';
import { EndUnits } from './usecases/end-units.js';
import { FoundUnits } from './usecases/found-units.js';
import { KeepUnits } from './usecases/keep-units.js';
import { MovePosts } from './usecases/move-posts.js';
import { UnitHistory } from './usecases/unit-history.js';
import { SettleUnits } from './usecases/settle-units.js';
import { SpellNames } from './usecases/spell-names.js';

/** Units, what becomes of them, and who is in charge of what. */
@Global()
@Module({
  controllers: [OrgController, UnitController],
  providers: [
    UnitList,
    UnitPage,
    DutyRegister,
    FoundUnits,
    KeepUnits,
    EndUnits,
    MovePosts,
    UnitHistory,
    SettleUnits,
    SpellNames,
  ],
  exports: [DutyRegister, FoundUnits, SettleUnits, SpellNames],
})
export class OrgModule {}
