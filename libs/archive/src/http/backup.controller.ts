import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { ReleaseRestore } from '../restore/release-restore.js';
import { BackupState } from '../schedule/backup-state.query.js';
import { BackupStateView, ReleasedView } from './backup.view.js';

/** What the system administrator sees of backups, and the button after a restore. */
@Controller('backups')
export class BackupController {
  constructor(
    private readonly state: BackupState,
    private readonly releaseRestore: ReleaseRestore,
  ) {}

  /** Age and outcome of the backups and their trials; whether this instance is held after a restore. */
  @Get('state')
  @Act('health.read')
  read(): Promise<BackupStateView> {
    return this.state.read();
  }

  /** Lets a restored instance send and work by itself again. */
  @Post('release')
  @HttpCode(200)
  @Act('restore.release')
  release(@By() by: Actor): Promise<ReleasedView> {
    return this.releaseRestore.run(by);
  }
}
