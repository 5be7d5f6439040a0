import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  UploadedFile,
} from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { fileNameOf, IfMatch, languageOf, type Page, RepeatSafe, TakesFile } from '@ducha/http';
import type { Request } from 'express';
import { largestFileBytes } from '../import/sheet-intake.js';
import { matterFault } from '../matter-faults.js';
import { ImportList } from '../queries/import-list.query.js';
import { CommitImport } from '../usecases/commit-import.js';
import { DiscardImport } from '../usecases/discard-import.js';
import { PreviewImport } from '../usecases/preview-import.js';
import { CommitBody, ImportBody, ImportListQuery } from './import.dto.js';
import { ImportBriefView, ImportView } from './import.view.js';

const upload = { fileSize: largestFileBytes, files: 1, fields: 5, fieldSize: 1_000, parts: 8 };

/** Sheets of matters: looked at first, then taken in. */
@Controller('imports')
export class ImportController {
  constructor(
    private readonly previewImport: PreviewImport,
    private readonly commitImport: CommitImport,
    private readonly discardImport: DiscardImport,
    private readonly imports: ImportList,
  ) {}

  /** Reads an XLSX or CSV sheet of at most 20 MB and says what would come of it; takes nothing in. */
  @Post()
  @Act('matter.import')
  @RepeatSafe()
  @TakesFile(upload, { sourceKind: { type: 'string' } })
  async preview(
    @UploadedFile() file: Express.Multer.File | undefined,
    @Body() body: ImportBody,
    @By() by: Actor,
    @Req() request: Request,
  ): Promise<ImportView> {
    if (!file) throw matterFault('noFile', {}, [{ path: 'file', message: 'is required', constraint: 'isDefined' }]);
    const sheet = { path: file.path, fileName: fileNameOf(file), sizeBytes: file.size, kind: body.sourceKind };
    const id = await this.previewImport.run(sheet, by);
    return this.imports.read(id, languageOf(request));
  }

  /** Imports, newest first. */
  @Get()
  @Act('matter.import')
  list(@Query() query: ImportListQuery): Promise<Page<ImportBriefView>> {
    return this.imports.page(query);
  }

  /** One import with its rejected cells. */
  @Get(':id')
  @Act('matter.import')
  read(@Param('id', ParseUUIDPipe) id: string, @Req() request: Request): Promise<ImportView> {
    return this.imports.read(id, languageOf(request));
  }

  /** Takes a previewed sheet in. */
  @Post(':id/commit')
  @HttpCode(200)
  @Act('matter.import')
  async commit(
    @Param('id', ParseUUIDPipe) importId: string,
    @IfMatch() version: number,
    @Body() { mode }: CommitBody,
    @By() by: Actor,
    @Req() request: Request,
  ): Promise<ImportView> {
    await this.commitImport.run({ importId, version, mode, by });
    return this.imports.read(importId, languageOf(request));
  }

  /** Forgets a preview. */
  @Delete(':id')
  @HttpCode(204)
  @Act('matter.import')
  discard(@Param('id', ParseUUIDPipe) id: string, @By() by: Actor): Promise<void> {
    return this.discardImport.run(id, by);
  }
}
