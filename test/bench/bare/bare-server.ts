import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import {
  Body,
  Controller,
  Injectable,
  Module,
  Post,
  UploadedFile,
  UseInterceptors,
  ValidationPipe,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FileInterceptor } from '@nestjs/platform-express';
import { IsArray, IsIn, IsISO8601, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import pg from 'pg';

/**
 * The bare stack that the product is compared with: the same Nest and Express, one validated POST, one transaction of
 * three inserts through pg; and one file taken and brought to the disk. No session, no rights, no audit, no hash, no
 * repetition guard, no rules.
 */
class BareBody {
  @IsString()
  @MaxLength(200)
  title: string;

  @IsString()
  @MaxLength(10_000)
  demand: string;

  @IsIn(['netizen_message', 'instruction'])
  kind: string;

  @IsUUID('all')
  leadUnitId: string;

  @IsOptional()
  @IsArray()
  @IsUUID('all', { each: true })
  assistUnitIds?: string[];

  @IsISO8601()
  dueAt: string;
}

@Injectable()
class BareStore {
  private readonly pool = new pg.Pool({ connectionString: process.env['BENCH_DATABASE_URL'], max: 24 });

  async insert({ title, demand, kind, leadUnitId, dueAt }: BareBody): Promise<{ id: string; title: string }> {
    const client = await this.pool.connect();
    const [id, assignmentId, actId] = [randomUUID(), randomUUID(), randomUUID()];
    try {
      await client.query('begin');
      await client.query(
        'insert into bare.task (id, title, demand, kind, due_at, created_at) values ($1, $2, $3, $4, $5, now())',
        [id, title, demand, kind, dueAt],
      );
      await client.query('insert into bare.assignment (id, task_id, unit_id, created_at) values ($1, $2, $3, now())', [
        assignmentId,
        id,
        leadUnitId,
      ]);
      await client.query('insert into bare.act (id, task_id, act, at) values ($1, $2, $3, now())', [
        actId,
        id,
        'task.open',
      ]);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
    return { id, title };
  }
}

@Controller('tasks')
class BareController {
  constructor(private readonly store: BareStore) {}

  @Post()
  open(@Body() body: BareBody): Promise<{ id: string; title: string }> {
    return this.store.insert(body);
  }
}

@Controller('evidence')
class BareFiles {
  /** The file is on the platter before the answer, as the product's is; then it goes, lest the bench fill the disk. */
  @Post()
  @UseInterceptors(FileInterceptor('file', { dest: tmpdir() }))
  async take(@UploadedFile() { path }: { path: string }): Promise<{ id: string }> {
    const file = await open(path, 'r+');
    await file.sync();
    await file.close();
    await unlink(path);
    return { id: randomUUID() };
  }
}

@Module({ controllers: [BareController, BareFiles], providers: [BareStore] })
class BareModule {}

const app = await NestFactory.create(BareModule, { logger: false });
app.useGlobalPipes(new ValidationPipe({ whitelist: true, transform: true }));
app.setGlobalPrefix('api/v1');
await app.listen(0, '127.0.0.1');
process.stdout.write(`${await app.getUrl()}\n`);
process.once('SIGTERM', () => process.exit(0));
