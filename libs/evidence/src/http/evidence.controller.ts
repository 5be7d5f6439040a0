import {
  Body,
  Controller,
  Get,
  Inject,
  Param,
  ParseUUIDPipe,
  Post,
  StreamableFile,
  UploadedFile,
} from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { fileNameOf, TakesFile } from '@ducha/http';
import { evidenceFault } from '../evidence-faults.js';
import { picturesShown, previewOf } from '../previews/preview.js';
import { EvidenceLinks } from '../queries/evidence-links.js';
import { EVIDENCE_STORE, type EvidenceStore } from '../stores/evidence-store.js';
import { StoreEvidence } from '../usecases/store-evidence.js';
import { EvidenceBody } from './evidence.dto.js';
import { EvidenceView } from './evidence.view.js';

const largestBytes = 50 * 1024 * 1024;

/** Files come in as forms and go out as attachments. */
@Controller('evidence')
export class EvidenceController {
  constructor(
    private readonly storeEvidence: StoreEvidence,
    private readonly links: EvidenceLinks,
    @Inject(EVIDENCE_STORE) private readonly files: EvidenceStore,
  ) {}

  /** Keeps a file; tie it to a record by naming its id there. At most 50 MB. */
  @Post()
  @Act('evidence.store')
  @TakesFile(
    { fileSize: largestBytes, files: 1, fields: 10 },
    {
      id: { type: 'string', format: 'uuid', optional: true },
      happenedAt: { type: 'string', optional: true },
      capturedAt: { type: 'string', optional: true },
    },
  )
  async keep(
    @UploadedFile() file: Express.Multer.File | undefined,
    @Body() body: EvidenceBody,
    @By() by: Actor,
  ): Promise<EvidenceView> {
    if (!file) throw evidenceFault('noFile', {}, [{ path: 'file', message: 'is required', constraint: 'isDefined' }]);
    const { id, happenedAt, capturedAt } = body;
    const upload = { path: file.path, fileName: fileNameOf(file), sizeBytes: file.size, happenedAt, capturedAt };
    return this.storeEvidence.run({ ...upload, id: id?.toLowerCase() }, by);
  }

  /** The bytes, as an attachment that no browser runs. */
  @Get(':id/content')
  @Act('evidence.read')
  async read(@Param('id', ParseUUIDPipe) id: string, @By() by: Actor): Promise<StreamableFile> {
    const file = await this.links.served(id, by);
    const name = encodeURIComponent(file.fileName).replace(
      /['()*]/g,
      (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
    );
    return new StreamableFile(await this.files.open(file.key), {
      type: file.mediaType,
      length: file.sizeBytes,
      disposition: `attachment; filename*=UTF-8''${name}`,
    });
  }

  /** A small picture of a photo, for lists: a few kilobytes, upright, without what the camera wrote into it. */
  @Get(':id/preview')
  @Act('evidence.read')
  async preview(@Param('id', ParseUUIDPipe) id: string, @By() by: Actor): Promise<StreamableFile> {
    const { key, mediaType } = await this.links.served(id, by);
    const small = picturesShown.includes(mediaType) ? await previewOf(await this.files.open(key)) : undefined;
    if (small === undefined) throw evidenceFault('noPreview');
    return new StreamableFile(small, { type: 'image/jpeg', length: small.length, disposition: 'attachment' });
  }
}
