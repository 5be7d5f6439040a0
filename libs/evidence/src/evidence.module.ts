import { join } from 'node:path';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Settings } from '@ducha/store';
import { EvidenceController } from './http/evidence.controller.js';
import { EvidenceLinks } from './queries/evidence-links.js';
import { DiskStore } from './stores/disk-store.js';
import { EVIDENCE_STORE, type EvidenceStore } from './stores/evidence-store.js';
import { S3Store } from './stores/s3-store.js';
import { StoreEvidence } from './usecases/store-evidence.js';

/** The store that the settings name: a bucket, a folder that is said to be shared, or a folder of this installation. */
export function storeOf(settings: Settings): EvidenceStore {
  const { s3Bucket: bucket } = settings;
  if (bucket !== undefined)
    return new S3Store({
      bucket,
      endpoint: settings.s3Endpoint,
      region: settings.s3Region,
      accessKey: settings.s3AccessKey,
      secretKey: settings.s3SecretKey,
    });
  return new DiskStore(settings.evidenceDir ?? join(settings.home, 'evidence'), settings.evidenceDir !== undefined);
}

/** Files that prove something. */
@Global()
@Module({})
export class EvidenceModule {
  static for(settings: Settings): DynamicModule {
    return {
      module: EvidenceModule,
      controllers: [EvidenceController],
      providers: [{ provide: EVIDENCE_STORE, useFactory: () => storeOf(settings) }, StoreEvidence, EvidenceLinks],
      exports: [EVIDENCE_STORE, StoreEvidence, EvidenceLinks],
    };
  }
}
