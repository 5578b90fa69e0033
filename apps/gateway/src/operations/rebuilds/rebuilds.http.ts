import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { RebuildBody, StartRebuildsBody } from '@onmaru/hosting';
import { Answers, Requires, Takes } from '@onmaru/service-kit';
import { AskingFor, type InTheirName } from '../../services/asking.adapter.js';
import { Services } from '../../services/services.adapter.js';
import { ViewOwners } from '../view-owners.adapter.js';

const PATH = '/api/v1/operations/rebuilds';

@Controller('operations/rebuilds')
export class RebuildsHttp {
  constructor(
    private readonly services: Services,
    private readonly owners: ViewOwners,
  ) {}

  @Get()
  @Requires('operations:replay')
  @Answers(200, RebuildBody, 'A list of these, the newest of each view')
  async list(@AskingFor() asking: InTheirName) {
    const told = await this.services.ask<readonly RebuildBody[]>(this.services.names.map((service) => ({ service, path: PATH })), asking);
    return told.flatMap(({ body }) => body);
  }

  @Post()
  @Requires('operations:replay')
  @Takes({ body: StartRebuildsBody })
  @Answers(202, RebuildBody, 'A list of these, of the views that were asked for; they go on in the background')
  async start(@Body() { views, ...how }: StartRebuildsBody, @AskingFor() asking: InTheirName) {
    const questions = views
      ? [...(await this.owners.of(views, asking))].map(([service, own]) => ({ service, path: PATH, post: { ...how, views: own } }))
      : this.services.names.map((service) => ({ service, path: PATH, post: how }));
    return (await this.services.ask<readonly RebuildBody[]>(questions, asking)).flatMap(({ body }) => body);
  }

  @Post(':view/pause')
  @Requires('operations:replay')
  @Answers(200, RebuildBody)
  pause(@Param('view') view: string, @AskingFor() asking: InTheirName) {
    return this.ownerOf(view, 'pause', asking);
  }

  @Post(':view/resume')
  @Requires('operations:replay')
  @Answers(200, RebuildBody)
  resume(@Param('view') view: string, @AskingFor() asking: InTheirName) {
    return this.ownerOf(view, 'resume', asking);
  }

  @Post(':view/cancel')
  @Requires('operations:replay')
  @Answers(200, RebuildBody, 'How it stood when it was cancelled')
  cancel(@Param('view') view: string, @AskingFor() asking: InTheirName) {
    return this.ownerOf(view, 'cancel', asking);
  }

  private async ownerOf(view: string, verb: 'pause' | 'resume' | 'cancel', asking: InTheirName): Promise<RebuildBody | undefined> {
    const service = await this.owners.ofOne(view, asking);
    const [told] = await this.services.ask<RebuildBody>([{ service, path: `${PATH}/${encodeURIComponent(view)}/${verb}`, post: {} }], asking);
    return told?.body;
  }
}
