import { Catch, type INestApplication, type RpcExceptionFilter } from '@nestjs/common';
import type { NestMicroservice } from '@nestjs/microservices';
import { throwError, type Observable } from 'rxjs';
import type { ConsumerTransport } from './consumer-transport.js';

/** Nest's own filter answers "Internal server error" for everything; a dead letter wants to know what happened. */
@Catch()
class KeepError implements RpcExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}

/**
 * Connects a group's consumers to an application before it starts; `app.startAllMicroservices()` then starts them, and
 * `app.close()` stops them before the application's own resources go.
 */
export const connectConsumer = (app: INestApplication, strategy: ConsumerTransport): void => {
  const consumers = app.connectMicroservice({ strategy }, { deferInitialization: true }) as NestMicroservice;
  // The application runs the hooks of the modules they share.
  consumers.setIsInitHookCalled(true);
  consumers.useGlobalFilters(new KeepError());
};
