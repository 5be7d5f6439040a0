import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { county } from './county.js';
import type { Visitor } from './visitor.js';

/** What the HTTP API answers; journeys know what they asked for. */
export interface Row {
  id: string;
  version: number;
  [field: string]: unknown;
}

const of = ({ page }: Visitor) => page.context().request;

/** Reads as that visitor. */
export async function asks<T>(visitor: Visitor, path: string): Promise<T> {
  const answer = await of(visitor).get(`/api/v1${path}`);
  expect(answer.status(), await answer.text()).toBe(200);
  return (await answer.json()) as T;
}

/** The first row of a list, as that visitor sees it. */
export async function first(visitor: Visitor, path: string): Promise<Row> {
  const { items } = await asks<{ items: Row[] }>(visitor, path);
  const [row] = items;
  if (row === undefined) throw new Error(`nothing in ${path}`);
  return row;
}

/** Writes as that visitor, for what a journey only prepares. `version` is the one last seen of the record that changes. */
export async function posts(visitor: Visitor, path: string, data: object, version?: number): Promise<Row> {
  const headers = {
    Origin: county().address,
    'Idempotency-Key': randomUUID(),
    ...(version !== undefined && { 'If-Match': `"${version}"` }),
  };
  const answer = await of(visitor).post(`/api/v1${path}`, { data, headers });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as Row;
}

/** Writes a text anew as that visitor; `version` is the one last seen. */
export async function puts(visitor: Visitor, path: string, data: object, version: number): Promise<Row> {
  const headers = { Origin: county().address, 'If-Match': `"${version}"` };
  const answer = await of(visitor).put(`/api/v1${path}`, { data, headers });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as Row;
}

/** The unit that pickers show by that name. */
export async function unitNamed(visitor: Visitor, shortName: string): Promise<string> {
  const { items } = await asks<{ items: (Row & { shortName: string })[] }>(visitor, '/units?all=true');
  const found = items.find((one) => one.shortName === shortName);
  if (found === undefined) throw new Error(`no unit ${shortName}`);
  return found.id;
}

/** Waits until a task that was sent out has come to its units; `visitor` saw it before them. */
export async function delivered(visitor: Visitor, taskId: string): Promise<void> {
  const states = async (): Promise<string[]> => {
    const { assignments } = await asks<{ assignments: { state: string }[] }>(visitor, `/tasks/${taskId}`);
    return assignments.map(({ state }) => state);
  };
  await expect.poll(states).toContain('delivered');
}

/** Takes a workbook up to its preview, as that visitor. */
export async function previews(visitor: Visitor, csv: string): Promise<Row> {
  const file = { name: '留言.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
  const headers = { Origin: county().address, 'Idempotency-Key': randomUUID() };
  const multipart = { sourceKind: 'netizen_message', file };
  const answer = await of(visitor).post('/api/v1/imports', { multipart, headers });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as Row;
}
