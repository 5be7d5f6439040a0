import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, UploadedFile } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { fileNameOf, IfMatch, languageOf, RepeatSafe, TakesFile } from '@ducha/http';
import type { Request } from 'express';
import { dutyLimits } from '../import/read-duties.js';
import { orgFault } from '../org-faults.js';
import { DutyImports } from '../queries/duty-imports.query.js';
import { ImportDuties } from '../usecases/import-duties.js';
import { DutyImportView } from './duty.view.js';

const upload = { fileSize: dutyLimits.maxFileBytes, files: 1, fields: 0, parts: 2 };

/** Sheets of duties: looked at first, then taken in, all or nothing. */
@Controller('duty-imports')
export class DutyImportController {
  constructor(
    private readonly duties: ImportDuties,
    private readonly imports: DutyImports,
  ) {}

  /** Reads an XLSX or CSV sheet of at most 5 MB and 5,000 lines and says what would come of it. */
  @Post()
  @Act('duty.keep')
  @RepeatSafe()
  @TakesFile(upload)
  async preview(
    @UploadedFile() file: Express.Multer.File | undefined,
    @By() by: Actor,
    @Req() request: Request,
  ): Promise<DutyImportView> {
    if (!file) throw orgFault('noFile', {}, [{ path: 'file', message: 'is required', constraint: 'isDefined' }]);
    const id = await this.duties.preview(
      file.path,
      [...fileNameOf(file).replace(/\p{Cc}/gu, '')].slice(-200).join(''),
      by,
    );
    return this.imports.of(id, languageOf(request));
  }

  /** One import with its refused cells. */
  @Get(':id')
  @Act('duty.keep')
  read(@Param('id', ParseUUIDPipe) id: string, @Req() request: Request): Promise<DutyImportView> {
    return this.imports.of(id, languageOf(request));
  }

  /** Takes a previewed sheet in: all its lines, or none. */
  @Post(':id/commit')
  @HttpCode(200)
  @Act('duty.keep')
  async commit(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @By() by: Actor,
    @Req() request: Request,
  ): Promise<DutyImportView> {
    await this.duties.commit(id, version, by);
    return this.imports.of(id, languageOf(request));
  }
}
