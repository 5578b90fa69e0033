import { Controller, Param, Post } from '@nestjs/common';
import { Answers, Asking, Requires, type CommandContext } from '@onmaru/service-kit';
import { StaffBody } from '../../views/staff/staff.dto.js';
import { StaffCommands } from '../staff-commands.adapter.js';
import { disableStaff } from './disable-staff.js';

@Controller('staff/:id')
export class DisableStaffHttp {
  constructor(private readonly staff: StaffCommands) {}

  @Post('disable')
  @Requires('staff:disable')
  @Answers(200, StaffBody)
  disable(@Param('id') id: string, @Asking() asking: CommandContext) {
    return this.staff.handle(id, asking, (current, at) => disableStaff({ at, data: {} }, current));
  }
}
