import type { AddressInfo } from 'node:net';
import { APP_GUARD } from '@nestjs/core';
import type { Type } from '@nestjs/common';
import { HealthHttp, HOST_PROBLEMS, READINESS, serveApiDescription } from '@onmaru/hosting';
import { AccessGuard, httpApp, provided, TOKEN_VERIFIER, type ProblemTexts, type Role, type TokenVerifier } from '@onmaru/service-kit';
import type { Tracing } from '@onmaru/tracing';
import { pino } from 'pino';
import { Registry } from 'prom-client';

/** A token `platform:admin` speaks for an admin of the platform. */
const tokens: TokenVerifier = {
  verify(token) {
    const [tenant = '', role] = token.split(':');
    return Promise.resolve(role === undefined ? null : { tenant, role: role as Role, actor: { kind: 'staff', id: token } });
  },
};

export type StubService = {
  readonly url: string;
  /** What it waits for before it is ready. */
  readonly waits: string[];
  /** The last position that it was asked to have seen. */
  asked: number;
  stop(): Promise<void>;
  /** Says that it is about to end, and serves on. */
  leave(): void;
  /** Finishes what has begun. */
  end(): Promise<void>;
  /** Comes back at the same address. */
  start(): Promise<void>;
};

type Stub = { readonly controllers: readonly Type[]; readonly has?: readonly object[]; readonly problems?: ProblemTexts; readonly tracing?: Tracing | undefined };

class StubModule {}

/** A service on loopback, with everything that the gateway may ask of one. */
export const stubService = async ({ controllers, has = [], problems = {}, tracing }: Stub): Promise<StubService> => {
  let port = 0;
  let [stop, end] = [(): Promise<void> => Promise.resolve(), (): Promise<void> => Promise.resolve()];
  const leaving = new AbortController();
  const waits: string[] = [];
  const service = { url: '', waits, asked: 0, stop: () => stop(), leave: () => leaving.abort(), end: () => end(), start: () => Promise.resolve() };
  service.start = async () => {
    const registry = new Registry();
    const readiness = { waitingFor: (position: number) => Promise.resolve(((service.asked = position), [...waits, ...(leaving.signal.aborted ? ['its end'] : [])])) };
    const providers = [{ provide: APP_GUARD, useClass: AccessGuard }, { provide: TOKEN_VERIFIER, useValue: tokens }, { provide: READINESS, useValue: readiness }, ...provided(registry, ...has)];
    const module = { module: StubModule, controllers: [HealthHttp, ...controllers], providers };
    const app = await httpApp({ module, problems: { ...HOST_PROBLEMS, ...problems }, logger: pino({ level: 'silent' }), registry, gateways: 1, tracing, leaving: leaving.signal });
    serveApiDescription(app);
    await app.listen(port, '127.0.0.1');
    const server = app.getHttpServer();
    ({ port } = server.address() as AddressInfo);
    service.url = `http://127.0.0.1:${port}`;
    end = () => app.close();
    stop = async () => {
      server.closeAllConnections();
      await app.close();
    };
  };
  await service.start();
  return service;
};
