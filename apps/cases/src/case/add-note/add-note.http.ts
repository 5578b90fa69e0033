import { Body, Controller, Param, Post } from '@nestjs/common';
import { Answers, Asking, type CommandContext, Requires, Takes } from '@onmaru/service-kit';
import { CaseAnswerBody } from '../../case-details/case-answer.dto.js';
import { CaseCommands } from '../case-commands.adapter.js';
import { AddNoteBody } from './add-note.dto.js';
import { addNote } from './add-note.js';

@Controller('cases/:id')
export class AddNoteHttp {
  constructor(private readonly cases: CaseCommands) {}

  @Post('add-note')
  @Requires('case:add-note')
  @Takes({ body: AddNoteBody })
  @Answers(200, CaseAnswerBody)
  add(@Param('id') id: string, @Body() { text }: AddNoteBody, @Asking() asking: CommandContext) {
    return this.cases.handle(id, asking, (current, { at }) => addNote({ at, data: { text } }, current));
  }
}
