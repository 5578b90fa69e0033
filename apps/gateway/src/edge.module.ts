import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { HealthHttp, READINESS } from '@onmaru/hosting';
import { AccessGuard, provided, TOKEN_VERIFIER, type TokenVerifier } from '@onmaru/service-kit';
import { Registry } from 'prom-client';
import type { Descriptions } from './api-description/descriptions.adapter.js';
import type { FeedPorts } from './events/event-feed.adapter.js';
import { GatewayModule } from './gateway.module.js';
import { ServicesReadiness } from './health/services-readiness.adapter.js';
import { RebuildsHttp } from './operations/rebuilds/rebuilds.http.js';
import { ScratchHttp } from './operations/scratch/scratch.http.js';
import { TimeCopyHttp } from './operations/time-copy/time-copy.http.js';
import { VerifyHttp } from './operations/verify/verify.http.js';
import { ViewOwners } from './operations/view-owners.adapter.js';
import { ViewsHttp } from './operations/views/views.http.js';
import { ProblemsHttp } from './problems/problems.http.js';
import type { ServiceLines } from './services/lines.adapter.js';
import { Services } from './services/services.adapter.js';

type EdgePorts = { readonly feed: FeedPorts; readonly lines: ServiceLines; readonly descriptions: Descriptions; readonly tokens: TokenVerifier; readonly registry: Registry; readonly leaving: AbortSignal };

/** The gateway of a platform whose services run elsewhere: what it answers itself. All else it passes on. */
@Module({})
export class EdgeModule {
  static with({ feed, lines, descriptions, tokens, registry, leaving }: EdgePorts): DynamicModule {
    const services = new Services(lines);
    return {
      module: EdgeModule,
      imports: [GatewayModule.with(feed)],
      controllers: [HealthHttp, ProblemsHttp, ViewsHttp, RebuildsHttp, ScratchHttp, VerifyHttp, TimeCopyHttp],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: TOKEN_VERIFIER, useValue: tokens },
        { provide: READINESS, useValue: new ServicesReadiness(lines, descriptions, leaving) },
        ...provided(registry, services, new ViewOwners(services)),
      ],
    };
  }
}
