import { Body, Controller, Inject, Post } from '@nestjs/common';
import { Answer, Answers, Asking, IdempotencyKeys, Requires, Takes, VIEW_PATIENCE, VIEWS, type CaughtUp, type CommandContext } from '@onmaru/service-kit';
import { staffAnswer } from '../../views/staff/staff-answer.js';
import { HiredBody } from '../../views/staff/staff.dto.js';
import { HireStaffBody } from './hire-staff.dto.js';
import { Hiring } from './hiring.adapter.js';

@Controller('staff')
export class HireStaffHttp {
  constructor(
    private readonly hiring: Hiring,
    private readonly keys: IdempotencyKeys,
    @Inject(VIEWS) private readonly views: CaughtUp,
  ) {}

  /** Answers when they can sign in, or soon. */
  @Post()
  @Requires('staff:hire')
  @Takes({ body: HireStaffBody })
  @Answers(201, HiredBody)
  async hire(@Body() { name, email, role, externalId, capacity }: HireStaffBody, @Asking() asking: CommandContext) {
    await this.keys.bind(asking);
    const { userId, history, oneTimePassword, ...at } = await this.hiring.hire(asking, { name, email, role, externalId, capacity });
    if (oneTimePassword !== undefined) await this.views.waitFor(at.position, VIEW_PATIENCE);
    return new Answer({ ...staffAnswer(history), ...(oneTimePassword && { oneTimePassword }) }, at, `/api/v1/staff/${userId}`);
  }
}
