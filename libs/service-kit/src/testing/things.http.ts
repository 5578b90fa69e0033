import { Body, Controller, Get, HttpCode, Module, Param, Post, Query } from '@nestjs/common';
import { IsInt, IsOptional, IsString } from 'class-validator';
import { Asking, type CommandContext } from '../command-context.js';
import { readCursor } from '../cursor.js';
import { AN_INSTANT, readable } from '../problem.js';
import { SeenPosition } from '../read-your-writes.js';
import { Public, Requires } from '../requires.js';
import { Answers, AnswersLines, Takes } from '../takes.js';
import { TextLine } from '../text-line.js';

class Named {
  @TextLine(20) name: string;
}
class Asked {
  @IsOptional() @IsInt() limit?: number;
  @IsOptional() @IsString() cursor?: string;
  @IsOptional() @IsString() asOf?: string;
}
class Numbered {
  @IsInt() version: number;
}

/** A few routes, to try what all routes have in common. */
@Controller('things')
export class Things {
  @Post() @HttpCode(200) @Public() @Takes({ body: Named })
  name(@Body() body: Named) {
    return body;
  }

  @Post('start') @HttpCode(200) @Public()
  start() {
    return {};
  }

  @Post('leave') @HttpCode(200) @Public() @Takes({ body: Named, bodyIs: 'optional' })
  leave(@Body() body?: Named) {
    return { left: body?.name ?? 'nothing' };
  }

  @Post(':version/publish') @HttpCode(200) @Public() @Takes({ path: Numbered })
  publish(@Param() { version }: Numbered) {
    return { version };
  }

  @Post(':id/act') @Requires('case:start-work') @Answers(201)
  act(@Param('id') id: string, @Asking() { tenant }: CommandContext) {
    return { id, tenant };
  }

  @Get('failing/:code') @Public()
  failing(@Param('code') code: string) {
    throw Object.assign(new Error('what it stands on says so'), { code });
  }

  @Get('lines') @Public() @AnswersLines(200, ['application/x-ndjson', 'text/event-stream'], 'lines')
  lines() {
    return '';
  }

  @Get() @Public() @Takes({ query: Asked })
  list(@Query() { cursor, asOf }: Asked, @SeenPosition() seen: number) {
    readable('/query/asOf', () => { if (asOf !== undefined) throw new RangeError('Temporal error: no'); }, AN_INSTANT);
    return { after: readCursor(cursor, /^\d$/), seen };
  }
}

@Module({ controllers: [Things] })
export class ThingsModule {}
