import { BodyOrNull, Text } from '@onmaru/service-kit';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

const ACTORS = ['staff', 'customer', 'program', 'system', 'external'] as const;
const ROLES = ['customer', 'agent', 'supervisor', 'analyst', 'admin', 'service'] as const;

export class IntrospectTokenBody {
  @Text(8192) token: string;
  /** Where whoever runs the platform asks to act. */
  @IsOptional() @IsString() @MaxLength(200) tenant?: string;
}

export class CallerBody {
  @IsString() tenant: string;
  @IsIn(ROLES) role: (typeof ROLES)[number];
  @IsIn(ACTORS) actorKind: (typeof ACTORS)[number];
  @IsString() actorId: string;
}

export class IntrospectedTokenBody {
  @IsBoolean() active: boolean;
  @BodyOrNull(() => CallerBody) caller: CallerBody | null;
}
