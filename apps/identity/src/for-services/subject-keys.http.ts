import { Body, Controller, Inject, Post } from '@nestjs/common';
import type { Keys } from '@onmaru/event-sourcing';
import { Answers, Requires, Takes } from '@onmaru/service-kit';
import { SubjectKeysBody, SubjectsBody } from './subject-keys.dto.js';

export const SUBJECT_KEYS = Symbol('SubjectKeys');

const bodyOf = (found: ReadonlyMap<string, Uint8Array>): SubjectKeysBody => ({
  keys: Object.fromEntries([...found].map(([subject, key]) => [subject, Buffer.from(key).toString('base64')])),
});

/** Hands the keys to personal data out to the other services, as many at once as a page of events needs. */
@Controller('service/subject-keys')
export class SubjectKeysHttp {
  constructor(@Inject(SUBJECT_KEYS) private readonly keys: Keys) {}

  @Post('open')
  @Requires('service:open-keys')
  @Takes({ body: SubjectsBody })
  @Answers(200, SubjectKeysBody, 'Keys to open with.')
  async open(@Body() { tenant, subjects }: SubjectsBody): Promise<SubjectKeysBody> {
    return bodyOf(await this.keys.toOpen(tenant, subjects));
  }

  @Post('make')
  @Requires('service:make-keys')
  @Takes({ body: SubjectsBody })
  @Answers(200, SubjectKeysBody, 'Keys to seal with, made where they were missing.')
  async make(@Body() { tenant, subjects }: SubjectsBody): Promise<SubjectKeysBody> {
    return bodyOf(await this.keys.toSeal(tenant, subjects));
  }
}
