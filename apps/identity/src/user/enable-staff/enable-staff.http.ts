import { Controller, Param, Post } from '@nestjs/common';
import { Answers, Asking, Requires, type CommandContext } from '@onmaru/service-kit';
import { StaffBody } from '../../views/staff/staff.dto.js';
import { StaffCommands } from '../staff-commands.adapter.js';
import { enableStaff } from './enable-staff.js';

@Controller('staff/:id')
export class EnableStaffHttp {
  constructor(private readonly staff: StaffCommands) {}

  @Post('enable')
  @Requires('staff:enable')
  @Answers(200, StaffBody)
  enable(@Param('id') id: string, @Asking() asking: CommandContext) {
    return this.staff.handle(id, asking, (current, at) => enableStaff({ at, data: {} }, current));
  }
}
