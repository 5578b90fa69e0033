import { Body, Controller, Param, Post } from '@nestjs/common';
import { Answers, Asking, Requires, Takes, type CommandContext } from '@onmaru/service-kit';
import { StaffBody } from '../../views/staff/staff.dto.js';
import { StaffCommands } from '../staff-commands.adapter.js';
import { ChangeRoleBody } from './change-role.dto.js';
import { changeRole } from './change-role.js';

@Controller('staff/:id')
export class ChangeRoleHttp {
  constructor(private readonly staff: StaffCommands) {}

  @Post('change-role')
  @Requires('staff:change-role')
  @Takes({ body: ChangeRoleBody })
  @Answers(200, StaffBody)
  change(@Param('id') id: string, @Body() { role }: ChangeRoleBody, @Asking() asking: CommandContext) {
    return this.staff.handle(id, asking, (current, at) => changeRole({ at, data: { role } }, current));
  }
}
