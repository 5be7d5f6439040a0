import { mkdir, readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CallHandler,
  type DynamicModule,
  type ExecutionContext,
  Global,
  Injectable,
  Module,
  type NestInterceptor,
  type OnModuleInit,
} from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import type { Request } from 'express';
import multer from 'multer';
import { lastValueFrom, type Observable, of } from 'rxjs';

/** Longer than any file is on its way. */
const abandonedAfterMs = 60 * 60 * 1000;

/** Files on their way in or out of the store, in a folder of this installation's home that nobody else reads. */
@Injectable()
export class PassingFiles implements OnModuleInit {
  readonly folder: string;

  constructor(home: string) {
    this.folder = join(home, 'uploads');
  }

  /** The folder, made when it is missing: people clear folders now and then. */
  async ready(): Promise<string> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    return this.folder;
  }

  /** Removes what killed processes left behind; another process's files that are still passing stay. */
  async onModuleInit(): Promise<void> {
    const folder = await this.ready();
    for (const name of await readdir(folder)) {
      const path = join(folder, name);
      const seen = await stat(path).catch(() => undefined);
      if (seen && seen.mtimeMs < performance.timeOrigin - abandonedAfterMs) await unlink(path).catch(() => undefined);
    }
  }
}

/** Every uploaded file of the program passes through one folder below `home`. */
@Global()
@Module({})
export class PassingFilesModule {
  static below(home: string): DynamicModule {
    const files = new PassingFiles(home);
    const storage = multer.diskStorage({
      destination: (_request, _file, found) => {
        files.ready().then(
          (folder) => found(null, folder),
          (cause: Error) => found(cause, ''),
        );
      },
    });
    const uploads = MulterModule.register({ storage });
    return {
      module: PassingFilesModule,
      imports: [uploads],
      providers: [{ provide: PassingFiles, useFactory: () => files }],
      exports: [uploads, PassingFiles],
    };
  }
}

/**
 * Removes the uploaded file from the local disk before the request is answered, also when its other fields were
 * refused. Stands before the file's own interceptor.
 */
@Injectable()
export class DropUpload implements NestInterceptor {
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request>();
    try {
      return of(await lastValueFrom<unknown>(next.handle()));
    } finally {
      const path = request.file?.path;
      if (path !== undefined) await unlink(path).catch(() => undefined);
    }
  }
}
