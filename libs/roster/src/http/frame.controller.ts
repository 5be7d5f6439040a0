import { Body, Controller, HttpCode, Post, Req, UploadedFile } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { languageOf } from '@ducha/http';
import type { Request } from 'express';
import { ImportPostings } from '../usecases/import-postings.js';
import { ImportSites } from '../usecases/import-sites.js';
import { RosterCommitBody, RosterPreviewBody } from './roster.dto.js';
import { RosterReportView } from './roster.view.js';
import { reportView, sheetOf, TakesSheet } from './sheet-upload.js';

/** The frame of villages and households, and postings, by XLSX and CSV. A preview keeps nothing. */
@Controller('roster')
export class FrameController {
  constructor(
    private readonly importSites: ImportSites,
    private readonly importPostings: ImportPostings,
  ) {}

  /** Says what a sheet of sites would bring; at most 5 MB and 50,000 rows. */
  @Post('sites/preview')
  @HttpCode(200)
  @Act('frame.keep')
  @TakesSheet()
  async previewSites(
    @UploadedFile() file: Express.Multer.File | undefined,
    @Body() _body: RosterPreviewBody,
    @By() by: Actor,
    @Req() request: Request,
  ): Promise<RosterReportView> {
    return reportView(await this.importSites.preview({ file: sheetOf(file), by }), languageOf(request));
  }

  /** Takes it in: all of it, or nothing. */
  @Post('sites')
  @HttpCode(200)
  @Act('frame.keep')
  @TakesSheet({ digest: { type: 'string' } })
  async takeSites(
    @UploadedFile() file: Express.Multer.File | undefined,
    @Body() { digest }: RosterCommitBody,
    @By() by: Actor,
    @Req() request: Request,
  ): Promise<RosterReportView> {
    return reportView(await this.importSites.run({ file: sheetOf(file), by }, digest), languageOf(request));
  }

  /** Says what a sheet of postings would bring; at most 5 MB and 10,000 rows. */
  @Post('postings/preview')
  @HttpCode(200)
  @Act('frame.keep')
  @TakesSheet()
  async previewPostings(
    @UploadedFile() file: Express.Multer.File | undefined,
    @Body() _body: RosterPreviewBody,
    @By() by: Actor,
    @Req() request: Request,
  ): Promise<RosterReportView> {
    return reportView(await this.importPostings.preview({ file: sheetOf(file), by }), languageOf(request));
  }

  /** Takes them in: all of them, or nothing. */
  @Post('postings')
  @HttpCode(200)
  @Act('frame.keep')
  @TakesSheet({ digest: { type: 'string' } })
  async takePostings(
    @UploadedFile() file: Express.Multer.File | undefined,
    @Body() { digest }: RosterCommitBody,
    @By() by: Actor,
    @Req() request: Request,
  ): Promise<RosterReportView> {
    return reportView(await this.importPostings.run({ file: sheetOf(file), by }, digest), languageOf(request));
  }
}
