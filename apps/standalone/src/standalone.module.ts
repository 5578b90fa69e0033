import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from '@onmaru/service-kit';

/** Every service of the platform, in one process. */
@Module({})
export class StandaloneModule {
  static of(services: readonly DynamicModule[]): DynamicModule {
    return { module: StandaloneModule, imports: [...services], providers: [{ provide: APP_GUARD, useClass: AccessGuard }] };
  }
}
