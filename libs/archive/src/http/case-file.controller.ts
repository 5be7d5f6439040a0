import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { Act, type Actor, By, Fresh } from '@ducha/access';
import { WriteCaseFile } from '../case-file/write-case-file.js';

/** One matter as a file that can be read and checked without this system. */
@Controller('matters')
export class CaseFileController {
  constructor(private readonly writeCaseFile: WriteCaseFile) {}

  /** The case file (卷宗) as a ZIP, with everything on the matter that the asker may see. */
  @Get(':id/case-file')
  @Act('matter.case_file', 'id')
  @Fresh()
  async read(@Param('id') id: string, @By() by: Actor): Promise<StreamableFile> {
    const { fileName, stream } = await this.writeCaseFile.open(id, by);
    return new StreamableFile(stream, {
      type: 'application/zip',
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    });
  }
}
