import { Body, Controller, Get, HttpCode, Post, Query, Req, type StreamableFile, UploadedFile } from '@nestjs/common';
import { Act, type Actor, By, Fresh } from '@ducha/access';
import { languageOf, sheetFile } from '@ducha/http';
import type { Request } from 'express';
import { PeopleExport } from '../queries/people-export.query.js';
import { UnitExport } from '../queries/unit-export.query.js';
import { ImportPeople } from '../usecases/import-people.js';
import { ImportUnits } from '../usecases/import-units.js';
import { RosterCommitBody, RosterExportQuery, RosterPreviewBody } from './roster.dto.js';
import { RosterReportView } from './roster.view.js';
import { reportView, sheetOf, TakesSheet } from './sheet-upload.js';

/** Units and people by XLSX and CSV, in and out. A preview keeps nothing: the sheet comes again with the commit. */
@Controller('roster')
export class RosterController {
  constructor(
    private readonly importUnits: ImportUnits,
    private readonly importPeople: ImportPeople,
    private readonly unitExport: UnitExport,
    private readonly peopleExport: PeopleExport,
  ) {}

  /** Says what a sheet of units would bring; at most 5 MB and 5,000 rows. */
  @Post('units/preview')
  @HttpCode(200)
  @Act('unit.manage')
  @TakesSheet()
  async previewUnits(
    @UploadedFile() file: Express.Multer.File | undefined,
    @Body() _body: RosterPreviewBody,
    @By() by: Actor,
    @Req() request: Request,
  ): Promise<RosterReportView> {
    return reportView(await this.importUnits.preview({ file: sheetOf(file), by }), languageOf(request));
  }

  /** Takes it in: all of it, or nothing. */
  @Post('units')
  @HttpCode(200)
  @Act('unit.manage')
  @TakesSheet({ digest: { type: 'string' } })
  async takeUnits(
    @UploadedFile() file: Express.Multer.File | undefined,
    @Body() { digest }: RosterCommitBody,
    @By() by: Actor,
    @Req() request: Request,
  ): Promise<RosterReportView> {
    return reportView(await this.importUnits.run({ file: sheetOf(file), by }, digest), languageOf(request));
  }

  /** Says what a sheet of people would bring; at most 5 MB and 20,000 rows. */
  @Post('people/preview')
  @HttpCode(200)
  @Act('people.manage')
  @TakesSheet()
  async previewPeople(
    @UploadedFile() file: Express.Multer.File | undefined,
    @Body() _body: RosterPreviewBody,
    @By() by: Actor,
    @Req() request: Request,
  ): Promise<RosterReportView> {
    return reportView(await this.importPeople.preview({ file: sheetOf(file), by }), languageOf(request));
  }

  /** Takes it in: all of it, or nothing. It opens accounts and gives posts, so it asks who one is. */
  @Post('people')
  @HttpCode(200)
  @Act('people.manage')
  @Fresh()
  @TakesSheet({ digest: { type: 'string' } })
  async takePeople(
    @UploadedFile() file: Express.Multer.File | undefined,
    @Body() { digest }: RosterCommitBody,
    @By() by: Actor,
    @Req() request: Request,
  ): Promise<RosterReportView> {
    return reportView(await this.importPeople.run({ file: sheetOf(file), by }, digest), languageOf(request));
  }

  /** The units of today as a file. */
  @Get('units/export')
  @Act('unit.export')
  async exportUnits(@Query() { format = 'xlsx' }: RosterExportQuery, @By() by: Actor): Promise<StreamableFile> {
    return sheetFile(await this.unitExport.open(format, by), '单位名册', format);
  }

  /** The register of people as a file, telephone numbers masked; a unit head gets the own sub-tree. More than 200 rows, or whole numbers, need an export request. */
  @Get('people/export')
  @Act('people.export')
  @Fresh()
  async exportPeople(@Query() { format = 'xlsx' }: RosterExportQuery, @By() by: Actor): Promise<StreamableFile> {
    return sheetFile(await this.peopleExport.openAlone(format, by), '人员名册', format);
  }
}
