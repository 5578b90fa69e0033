import { Readable } from 'node:stream';
import { Controller, Get, Headers, Query, Req, Res, type OnModuleDestroy } from '@nestjs/common';
import { AN_INSTANT, AnswersLines, Calling, may, Problem, readable, Requires, Takes, type Caller } from '@onmaru/service-kit';
import { instant, type Instant } from '@onmaru/time';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EventFeed } from './event-feed.adapter.js';
import { eventFilter } from './event-filter.js';
import { EventsQuery } from './events.dto.js';

/** The stream: as NDJSON what there is, as server-sent events what there is and whatever comes. */
@Controller('events')
export class EventsHttp implements OnModuleDestroy {
  private readonly closing = new AbortController();

  constructor(private readonly feed: EventFeed) {}

  /** Who follows is let go, or the platform would not end before they do. */
  onModuleDestroy(): void {
    this.closing.abort();
  }

  @Get()
  @Requires('event:follow')
  @Takes({ query: EventsQuery })
  @AnswersLines(200, ['application/x-ndjson', 'text/event-stream'], 'NDJSON, or server-sent events where Accept asks for text/event-stream')
  async read(
    @Query() query: EventsQuery,
    @Headers('accept') accept: string | undefined,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Calling() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const personal = query.personal === 'true';
    if (personal && !may(caller.role, 'event:read-personal')) throw new Problem('not-permitted', { permission: 'event:read-personal' });
    const filter = eventFilter(caller.tenant, { ...query, since: bound('since', query), until: bound('until', query) });
    const live = accept?.includes('text/event-stream') ?? false;
    const from = positionOf(lastEventId) ?? query.from ?? 0;
    const gone = new AbortController();
    request.raw.once('close', () => gone.abort());
    const to = await this.feed.end(query.upTo ?? Infinity);
    const lines = live ? this.feed.follow(from, filter, personal, AbortSignal.any([gone.signal, this.closing.signal])) : this.feed.read({ from, to, limit: query.limit ?? Infinity }, filter, personal);
    if (!live) void reply.header('onmaru-position', String(to));
    return reply
      .type(live ? 'text/event-stream; charset=utf-8' : 'application/x-ndjson')
      .header('cache-control', 'no-store')
      .header('x-accel-buffering', 'no')
      .header('connection', live ? 'close' : 'keep-alive')
      .send(Readable.from(lines, { objectMode: false }));
  }
}

/** Throws the problem `invalid-request` for a bound that is no instant. */
const bound = (name: 'since' | 'until', { [name]: text }: EventsQuery): Instant | undefined =>
  text === undefined ? undefined : readable(`/query/${name}`, () => instant(text), AN_INSTANT);

const positionOf = (lastEventId: string | undefined): number | undefined =>
  lastEventId !== undefined && /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : undefined;
