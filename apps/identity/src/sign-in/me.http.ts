import { Controller, Get } from '@nestjs/common';
import { Answers, Calling, permissionsOf, Requires } from '@onmaru/service-kit';
import { MeBody } from './me.dto.js';
import type { Person } from './people.query.js';

@Controller('me')
export class MeHttp {
  @Get()
  @Requires('me:read')
  @Answers(200, MeBody)
  me(@Calling() { actor, tenant, role, name, locale }: Person): MeBody {
    return { id: actor.id, tenant, role, name, permissions: permissionsOf(role), locale };
  }
}
