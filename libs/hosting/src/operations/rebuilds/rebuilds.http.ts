import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Answers, Calling, Requires, Takes, type Caller } from '@onmaru/service-kit';
import { platformOnly } from '../platform-only.http.js';
import { RebuildJobs } from './rebuild-jobs.adapter.js';
import { RebuildBody, StartRebuildsBody } from './rebuilds.dto.js';

@Controller('operations/rebuilds')
export class RebuildsHttp {
  constructor(private readonly jobs: RebuildJobs) {}

  @Get()
  @Requires('operations:replay')
  @Answers(200, RebuildBody, 'A list of these, the newest of each view')
  list(@Calling() caller: Caller) {
    platformOnly(caller);
    return this.jobs.list();
  }

  @Post()
  @Requires('operations:replay')
  @Takes({ body: StartRebuildsBody })
  @Answers(202, RebuildBody, 'A list of these, of the views that were asked for; they go on in the background')
  start(@Body() { views, compareOnly = false }: StartRebuildsBody, @Calling() caller: Caller) {
    platformOnly(caller);
    return this.jobs.start(views, compareOnly);
  }

  @Post(':view/pause')
  @Requires('operations:replay')
  @Answers(200, RebuildBody)
  pause(@Param('view') view: string, @Calling() caller: Caller) {
    platformOnly(caller);
    return this.jobs.pause(view);
  }

  @Post(':view/resume')
  @Requires('operations:replay')
  @Answers(200, RebuildBody)
  resume(@Param('view') view: string, @Calling() caller: Caller) {
    platformOnly(caller);
    return this.jobs.resume(view);
  }

  @Post(':view/cancel')
  @Requires('operations:replay')
  @Answers(200, RebuildBody, 'How it stood when it was cancelled')
  cancel(@Param('view') view: string, @Calling() caller: Caller) {
    platformOnly(caller);
    return this.jobs.cancel(view);
  }
}
