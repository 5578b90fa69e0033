import 'reflect-metadata';
import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

/** What any command through Nest and Fastify costs at least: a body of JSON in, and out again. */
@Controller()
class EchoHttp {
  @Post('api/v1/cases')
  opened(@Body() body: unknown): unknown {
    return body;
  }

  @Post('api/v1/cases/:id/:verb')
  done(@Body() body: unknown): unknown {
    return body;
  }

  @Get('readyz')
  ready(): object {
    return {};
  }
}

@Module({ controllers: [EchoHttp] })
class EchoModule {}

const app = await NestFactory.create<NestFastifyApplication>(EchoModule, new FastifyAdapter(), { logger: false });
process.on('SIGTERM', () => void app.close());
await app.listen(Number(process.env['PORT']), '127.0.0.1');
