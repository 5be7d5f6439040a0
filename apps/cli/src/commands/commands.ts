import { Command } from 'commander';
import { adminCommand } from './admin.js';
import { auditCommand } from './audit.js';
import { backupCommand } from './backup.js';
import { exportCalendarCommand } from './calendar.js';
import { deadlineCommand } from './deadline.js';
import { demoCommand } from './demo.js';
import { importCommand } from './import.js';
import { migrateCommand } from './migrate.js';
import { openApiCommand } from './openapi.js';
import { reportCommand } from './report.js';
import { restoreCommand } from './restore.js';
import { schemaCommand } from './schema.js';
import { exportRegisterCommand } from './register.js';
import { exportCommand } from './roster.js';
import { startCommand } from './start.js';
import { verifyDrawCommand } from './verify-draw.js';
import { verifyPackCommand } from './verify-pack.js';

/** The program with all its commands. */
export function commands(): Command {
  return new Command('ducha')
    .description('Ducha (督查): the supervision engine of a county')
    .exitOverride()
    .addCommand(startCommand())
    .addCommand(migrateCommand())
    .addCommand(adminCommand())
    .addCommand(importCommand())
    .addCommand(exportCommand().addCommand(exportCalendarCommand()).addCommand(exportRegisterCommand()))
    .addCommand(reportCommand())
    .addCommand(auditCommand())
    .addCommand(deadlineCommand())
    .addCommand(backupCommand())
    .addCommand(restoreCommand())
    .addCommand(verifyPackCommand())
    .addCommand(verifyDrawCommand())
    .addCommand(demoCommand())
    .addCommand(openApiCommand())
    .addCommand(schemaCommand());
}
