import { Module } from '@nestjs/common';
import { FrameController } from './http/frame.controller.js';
import { RosterController } from './http/roster.controller.js';
import { PeopleExport } from './queries/people-export.query.js';
import { UnitExport } from './queries/unit-export.query.js';
import { ImportPeople } from './usecases/import-people.js';
import { ImportPostings } from './usecases/import-postings.js';
import { ImportSites } from './usecases/import-sites.js';
import { ImportUnits } from './usecases/import-units.js';

/** Units and people by sheet: a county moves in, and out. */
@Module({
  controllers: [RosterController, FrameController],
  providers: [ImportUnits, ImportPeople, ImportSites, ImportPostings, UnitExport, PeopleExport],
  exports: [PeopleExport],
})
export class RosterModule {}
