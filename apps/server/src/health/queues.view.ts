import { ApiProperty } from '@nestjs/swagger';

/** How many jobs of one queue are in which state. */
export class QueueStateView {
  name: 'prompt' | 'bulk' | 'slow';
  waiting: number;
  active: number;
  delayed: number;
  /** Parents that wait for their children. */
  waitingChildren: number;
  /** Given up; nothing happens to them until somebody retries or drops them. */
  parked: number;
}

/** A job that was given up: its name, the ids it carried, and a code of the last error; never its texts. */
export class ParkedJobView {
  queue: 'prompt' | 'bulk' | 'slow';
  name: string;
  key: string;
  @ApiProperty({ type: 'object', additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] } })
  ids: Record<string, string | number>;
  /** Code of the refusal, or `hopeless`, `stalled` (its process died), `unexpected`: the log has the rest. */
  error: string;
  attempts: number;
  /** Instant, UTC. */
  parkedAt: string;
}

/** Rows that wait to be taken on; `oldestSeconds` null when there are none. */
export class WaitingRowsView {
  rows: number;
  oldestSeconds: number | null;
}

/** When a sweep last ran, in whichever process. */
export class SweepView {
  name: string;
  /** Instant, UTC. */
  ranAt: Date;
  agoSeconds: number;
  /** Its last turn failed in one of the processes; the log of that process says why. */
  failed: boolean;
  /** How many processes ran it within the last hour. */
  processes: number;
}

/** What waits in this instance. */
export class QueuesView {
  queues: QueueStateView[];
  /** The latest first, at most 100 of each queue. */
  parked: ParkedJobView[];
  /** Not yet handed to the queues. */
  outbox: WaitingRowsView;
  /** Audit rows that are not chained yet. */
  unlinked: WaitingRowsView;
  /** Of every process of the last day, by name. */
  sweeps: SweepView[];
  /** Of Node and PostgreSQL. */
  versions: VersionsView;
}

/** What the instance runs on. */
export class VersionsView {
  node: string;
  postgres: string;
}
