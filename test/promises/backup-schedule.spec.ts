import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ScheduledBackup } from '@ducha/archive';
import { World } from '#test-kit';

const backupsIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.startsWith('ducha-'));

describe('the daily backup', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ducha-schedule-'));
  const backups = join(folder, 'backups');
  let world: World;
  const turn = () => world.app.get(ScheduledBackup, { strict: false }).turn();
  const state = async () => world.as('sysadmin').sees('/backups/state');

  beforeAll(async () => {
    world = await World.open({ env: { DUCHA_ROLE: 'api', BACKUP_DIR: backups, BACKUP_KEEP: '2', BACKUP_HOUR: '3' } });
    await world.as('clerk').does('/matters', {
      declaredUnclassified: true,
      kind: 'netizen_message',
      title: '夜里的路灯',
      body: '城关路灯不亮。',
      signatories: [{ name: '网民甲' }],
    });
    await world.settles();
  }, 60_000);
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('waits for its first hour and says so aloud when it never came', async () => {
    expect(await turn()).toBe('nothing');
    expect((await state()).problem).toBeNull();
    await world.passes({ hours: 27 });
    expect((await state()).problem).toBe('never');
  });

  it('is made once by several processes, restored elsewhere on trial, and stands on the page', async () => {
    expect((await Promise.all([turn(), turn(), turn()])).sort()).toEqual(['done', 'nothing', 'nothing']);
    expect(await turn()).toBe('nothing');
    const { problem, lastGood, ageHours, folder: shown } = await state();
    expect([problem, lastGood.trialOutcome, lastGood.lostFiles, shown]).toEqual([null, 'passed', 0, backups]);
    expect(ageHours).toBeLessThan(1);
    expect(backupsIn(backups)).toEqual([lastGood.fileName]);
  }, 90_000);

  it('is late after a day without one, and keeps only the newest', async () => {
    for (let day = 0; day < 2; day += 1) {
      await world.passes({ hours: 27 });
      expect((await state()).problem).toBe('late');
      expect(await turn()).toBe('done');
    }
    writeFileSync(join(backups, 'ducha-of-the-chief.zip'), 'kept by hand');
    await world.passes({ hours: 27 });
    expect(await turn()).toBe('done');
    const names = backupsIn(backups).sort();
    expect([names.length, names.at(-1), (await state()).problem]).toEqual([3, 'ducha-of-the-chief.zip', null]);
  }, 120_000);

  it('is loud when it failed, tries again after an hour, and closes a run whose process died', async () => {
    await world.passes({ hours: 27 });
    rmSync(backups, { recursive: true });
    writeFileSync(backups, 'a file where the folder was');
    expect(await turn()).toBe('failed');
    const failed = await state();
    expect([failed.problem, failed.runs[0].outcome, failed.runs[0].fault]).toEqual(['failed', 'failed', 'EEXIST']);
    expect(await turn()).toBe('nothing');
    rmSync(backups);
    await world.store.query(`update backup_run set outcome = 'running', fault = null where fault = 'EEXIST'`);
    await world.passes({ hours: 27 });
    expect(await turn()).toBe('done');
    const again = await state();
    expect([again.problem, again.runs[1].fault]).toEqual([null, 'interrupted']);
  }, 90_000);

  it('says when what it wrote does not come back, and what was lost before', async () => {
    await world.store.query(
      `update backup_run set trial_outcome = 'failed', trial_fault = 'archive.partDiffers' where outcome = 'done'`,
    );
    expect((await state()).problem).toBe('trial_failed');
    await world.store.query(
      `update backup_run set trial_outcome = 'passed', lost_file_count = 1 where outcome = 'done'`,
    );
    expect((await state()).problem).toBe('lost_files');
  });

  it('is not made by a held instance, which the administrator alone releases', async () => {
    await world.store.query(
      `insert into restoration (backup_id, product, taken_at, restored_at) values (gen_random_uuid(), '1', now(), now())`,
    );
    await world.passes({ hours: 27 });
    expect([await turn(), (await state()).held.takenAt]).toEqual(['nothing', expect.any(String)]);
    expect((await world.as('secadmin').post('/backups/release')).status).toBe(403);
    expect(await world.as('sysadmin').does('/backups/release')).toEqual({ released: 1 });
    const again = await world.as('sysadmin').post('/backups/release');
    expect([again.status, again.body.code]).toEqual([409, 'archive.notHeld']);
    const [act] = await world.store.query<{ act: string; role: string }>(
      `select act, role from audit_row where act = 'restore.release'`,
    );
    expect(act).toEqual({ act: 'restore.release', role: 'sysadmin' });
    expect((await state()).held).toBeNull();
  });
});
