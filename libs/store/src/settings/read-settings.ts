import { resolve } from 'node:path';
import { validateSync } from 'class-validator';
import { projectRoot } from './project-root.js';
import { keyOf, settingKeys, valuesFrom, type Environment, type SettingProblem } from './setting-key.js';
import { SettingsFault } from './settings-fault.js';
import { contradictions, unknownKeys } from './settings-rules.js';
import { Settings } from './settings.js';

/**
 * Reads the environment; the only reader of `process.env`. Relative paths start from the installation, not from the
 * shell's folder. Tests pass a plain object.
 * @param root  folder that relative paths start from
 * @throws SettingsFault naming every bad key at once
 */
export function readSettings(env: Environment = process.env, root: string = projectRoot()): Settings {
  const problems: SettingProblem[] = unknownKeys(env);
  const values = valuesFrom(env, problems);
  const embedded = values['databaseUrl'] === undefined;
  const settings = Object.assign(new Settings(), { embedded, demo: embedded }, values);
  for (const { property, constraints } of validateSync(settings, { stopAtFirstError: true })) {
    problems.push({ key: keyOf(property), reason: Object.values(constraints ?? {}).join(', ') });
  }
  if (problems.length === 0) problems.push(...contradictions(settings));
  if (problems.length > 0) throw new SettingsFault(problems);
  const { home, evidenceDir, backupDir } = settings;
  return settings.with({
    home: resolve(root, home),
    evidenceDir: evidenceDir === undefined ? undefined : resolve(root, evidenceDir),
    backupDir: backupDir === undefined ? undefined : resolve(root, backupDir),
  });
}

/** The environment for a process that runs an installation of its own: this process's without its settings. */
export function privateEnvironment(settings: Readonly<Record<string, string>>): Environment {
  const ours = settingKeys();
  return { ...Object.fromEntries(Object.entries(process.env).filter(([key]) => !ours.has(key))), ...settings };
}
