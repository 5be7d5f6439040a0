import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformFileSync } from '@swc/core';
import { root } from '../../check/command.mjs';
import { once } from '../stage/database.mjs';

const tablesSql = `
  create schema bare;
  create table bare.task (id uuid primary key, title text not null, demand text not null, kind text not null, due_at timestamptz not null, created_at timestamptz not null);
  create table bare.assignment (id uuid primary key, task_id uuid not null, unit_id uuid not null, created_at timestamptz not null);
  create table bare.act (id uuid primary key, task_id uuid not null, act text not null, at timestamptz not null);
  grant usage on schema bare to ducha_app;
  grant select, insert on all tables in schema bare to ducha_app`;

/** Makes the bare stack's three tables beside the product's, in the same database. */
export async function makeBareTables({ superuserUrl }) {
  await once(superuserUrl, tablesSql);
}

/** Compiles the bare stack for plain Node. @returns path of the program */
export function buildBare() {
  const { code } = transformFileSync(join(root, 'test/bench/bare/bare-server.ts'), {
    swcrc: false,
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
    },
    module: { type: 'es6' },
  });
  const program = join(root, 'dist/test/bench/bare-server.js');
  mkdirSync(dirname(program), { recursive: true });
  writeFileSync(program, code);
  return program;
}
