import { Global, Module } from '@nestjs/common';
import { DutyController } from './http/duty.controller.js';
import { DutyProposalController } from './http/duty-proposal.controller.js';
import { DutyImportController } from './http/duty-import.controller.js';
import { OrgController } from './http/org.controller.js';
import { UnitController } from './http/unit.controller.js';
import { DutyExport } from './queries/duty-export.query.js';
import { DutyImports } from './queries/duty-imports.query.js';
import { DutyProposalList } from './queries/duty-proposal-list.query.js';
import { DutyRegister } from './queries/duty-register.query.js';
import { UnitList } from './queries/unit-list.query.js';
import { UnitPage } from './queries/unit-page.query.js';
import { DutyProposals } from './usecases/duty-proposals.js';
import { EndUnits } from './usecases/end-units.js';
import { FoundUnits } from './usecases/found-units.js';
import { ImportDuties } from './usecases/import-duties.js';
import { KeepDuties } from './usecases/keep-duties.js';
import { KeepUnits } from './usecases/keep-units.js';
import { MovePosts } from './usecases/move-posts.js';
import { UnitHistory } from './usecases/unit-history.js';
import { SettleUnits } from './usecases/settle-units.js';
import { SpellNames } from './usecases/spell-names.js';

const dutyParts = [DutyRegister, DutyExport, DutyImports, DutyProposals, DutyProposalList, KeepDuties, ImportDuties];

/** Units, what becomes of them, and who is in charge of what. */
@Global()
@Module({
  controllers: [OrgController, UnitController, DutyController, DutyProposalController, DutyImportController],
  providers: [
    UnitList,
    UnitPage,
    FoundUnits,
    KeepUnits,
    EndUnits,
    MovePosts,
    UnitHistory,
    SettleUnits,
    SpellNames,
    ...dutyParts,
  ],
  exports: [DutyRegister, DutyProposals, FoundUnits, SettleUnits, SpellNames, ImportDuties],
})
export class OrgModule {}
