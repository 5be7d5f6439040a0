import { on } from 'node:events';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { Fault } from '@ducha/kernel';
import { faultName } from '../spreadsheet-faults.js';
import type { ReadOrder, WorkerMessage } from './protocol.js';
import { tableBatches, type TableBatch } from './table-batches.js';

async function nextMessage(batches: AsyncIterator<TableBatch<string>>): Promise<WorkerMessage<string>> {
  const startedMs = performance.now();
  try {
    const next = await batches.next();
    if (next.done) throw new Error('read on after the last batch');
    const { rows, soFar, last } = next.value;
    return { kind: last ? 'end' : 'rows', rows, soFar, busyMs: performance.now() - startedMs };
  } catch (error) {
    const fault = error instanceof Fault ? faultName(error.code) : undefined;
    if (fault === undefined || !(error instanceof Fault)) throw error;
    return { kind: 'refused', fault, facts: error.facts };
  }
}

/** Answers each message with the next batch of the ordered file, until it has ended or is refused. */
async function serve(port: MessagePort, order: ReadOrder<string>): Promise<void> {
  const batches = tableBatches(order);
  for await (const asked of on(port, 'message')) {
    void asked;
    const message = await nextMessage(batches);
    port.postMessage(message);
    if (message.kind !== 'rows') break;
  }
  port.close();
}

// boundary: what a thread is started with has no type; only WorkerReading starts this one
if (parentPort !== null) await serve(parentPort, workerData as ReadOrder<string>);
