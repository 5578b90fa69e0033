import { Module, type DynamicModule } from '@nestjs/common';
import type { Registry } from 'prom-client';
import { HostedViews } from './hosted-views.adapter.js';
import { HostedViewsHttp } from './hosted-views/hosted-views.http.js';
import { ViewStandings } from './hosted-views/view-standings.query.js';
import { measureOperations } from './operations-metrics.adapter.js';
import type { OperationsPorts } from './operations-ports.adapter.js';
import { RebuildJobs } from './rebuilds/rebuild-jobs.adapter.js';
import { RebuildsHttp } from './rebuilds/rebuilds.http.js';
import { ScratchHttp } from './scratch/scratch.http.js';
import { TIME_COPY, TimeCopyHttp } from './time-copy/time-copy.http.js';
import { Verification } from './verify/verification.adapter.js';
import { VerifyHttp } from './verify/verify.http.js';

/** For those who run the platform: proof, rebuilds, and how the views stand. */
@Module({})
export class OperationsModule {
  static with(ports: OperationsPorts, registry: Registry): DynamicModule {
    const views = new HostedViews(ports.services);
    const standings = new ViewStandings(views, ports.log);
    measureOperations(registry, ports, standings);
    return {
      module: OperationsModule,
      controllers: [VerifyHttp, RebuildsHttp, ScratchHttp, HostedViewsHttp, TimeCopyHttp],
      providers: [
        { provide: Verification, useValue: new Verification(ports) },
        { provide: TIME_COPY, useValue: ports.timeCopy },
        { provide: HostedViews, useValue: views },
        { provide: RebuildJobs, useValue: new RebuildJobs(views) },
        { provide: ViewStandings, useValue: standings },
      ],
    };
  }
}
