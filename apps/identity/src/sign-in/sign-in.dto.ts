import { IsBoolean, IsInt, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';

export class SignInBody {
  @IsString() @MinLength(1) @MaxLength(254) email: string;
  @IsString() @MinLength(1) @MaxLength(1000) password: string;
  /** For browsers: the refresh token comes as an HttpOnly cookie instead of in the answer. */
  @IsOptional() @IsBoolean() cookie?: boolean;
}

/** Without `refreshToken`, the cookie is meant. */
export class RefreshBody {
  @IsOptional() @IsString() @MaxLength(200) refreshToken?: string;
}

export class TokensBody {
  @IsString() accessToken: string;
  /** Left out where it came as a cookie. */
  @IsOptional() @IsString() refreshToken?: string;
  /** Seconds that the access token is good for. */
  @IsInt() expiresIn: number;
}
