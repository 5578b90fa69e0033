import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { Permission } from './permissions.js';

export const ACCESS = 'onmaru:access';
export type Access = { readonly public: true } | { readonly permission: Permission };

/** The permission that a caller needs for this route. Every route has this or `@Public()`; the guard refuses all others. */
export const Requires = (permission: Permission) =>
  applyDecorators(SetMetadata(ACCESS, { permission } satisfies Access), ApiBearerAuth(), described(permission));

/** A route for everybody, without a caller. */
export const Public = () => applyDecorators(SetMetadata(ACCESS, { public: true } satisfies Access), described('public'));

const described = (access: Permission | 'public') => ApiExtension('x-permission', access);
