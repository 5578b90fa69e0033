import { Body, Controller, Get, Post } from '@nestjs/common';
import { Answers, Public, Takes } from '@onmaru/service-kit';
import { IsArray, IsOptional, IsString } from 'class-validator';

class IntrospectBody {
  @IsString() token: string;
  @IsOptional() @IsString() tenant?: string;
}
class SubjectsBody {
  @IsString() tenant: string;
  @IsArray() subjects: string[];
}

/** Keys by subject, as identity would hand them out. */
export const stubKeys = new Map<string, Uint8Array>();

/** A token `platform:admin` speaks for an admin of the platform. */
@Controller('service')
export class StubIdentity {
  @Post('introspect') @Public() @Takes({ body: IntrospectBody }) @Answers(200)
  introspect(@Body() { token }: IntrospectBody) {
    const [tenant = '', role] = token.split(':');
    return { active: role !== undefined, caller: role === undefined ? null : { tenant, role, actorKind: 'staff', actorId: token } };
  }

  @Post('subject-keys/open') @Public() @Takes({ body: SubjectsBody }) @Answers(200)
  open(@Body() { subjects }: SubjectsBody) {
    const keys = subjects.flatMap((subject) => (stubKeys.has(subject) ? [[subject, Buffer.from(stubKeys.get(subject) as Uint8Array).toString('base64')]] : []));
    return { keys: Object.fromEntries(keys) as object };
  }
}

@Controller('.well-known/jwks.json')
export class StubJwks {
  @Get() @Public() @Answers(200)
  keys() {
    return { keys: [{ kid: 'one' }] };
  }
}
