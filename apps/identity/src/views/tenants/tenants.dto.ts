import { Type } from 'class-transformer';
import { IsArray, IsString, ValidateNested } from 'class-validator';

export class TenantBody {
  @IsString() tenant: string;
  @IsString() name: string;
}

export class TenantsBody {
  @IsArray() @ValidateNested({ each: true }) @Type(() => TenantBody) items: readonly TenantBody[];
}
