import { Controller, Headers, type MessageEvent, Sse } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import type { Observable } from 'rxjs';
import { LiveEvents } from '../events/live-events.js';

/** The stream that keeps pages live. */
@Controller('events')
export class EventsController {
  constructor(private readonly events: LiveEvents) {}

  /** Server-sent events, one per act that the caller may know of; resumes after `Last-Event-ID`. */
  @Sse()
  @Act('event.follow')
  follow(@By() by: Actor, @Headers('last-event-id') lastEventId?: string): Observable<MessageEvent> {
    return this.events.follow(
      by,
      lastEventId !== undefined && /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : undefined,
    );
  }
}
