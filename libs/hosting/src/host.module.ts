import { Module, type DynamicModule } from '@nestjs/common';
import type { ProblemTexts } from '@onmaru/service-kit';
import { Registry } from 'prom-client';
import { HealthHttp, READINESS, type Readiness } from './health/health.http.js';
import { LIVENESS, livenessOf, type Loop } from './health/liveness.js';
import { withViews } from './health/views-readiness.js';
import { OPERATIONS_PROBLEMS } from './operations/operations-problems.http.js';
import type { OperationsPorts } from './operations/operations-ports.adapter.js';
import { OperationsModule } from './operations/operations.module.js';
import { PROBLEM_TEXTS, ProblemsHttp } from './problems/problems.http.js';

export const HOST_PROBLEMS = OPERATIONS_PROBLEMS;

export type HostPorts = {
  readonly readiness: Readiness;
  /** What has to go on turning here, by name. */
  readonly loops: ReadonlyMap<string, Loop>;
  readonly registry: Registry;
  /** What the services hosted here can answer with. */
  readonly problems: ProblemTexts;
  /** How those who run the platform look at what is hosted here. */
  readonly operations: OperationsPorts;
};

/** What every process that hosts services has beside them: health, the words of problems, and what those who run the platform need. */
@Module({})
export class HostModule {
  static with({ readiness, loops, registry, problems, operations }: HostPorts): DynamicModule {
    return {
      module: HostModule,
      imports: [OperationsModule.with(operations, registry)],
      controllers: [HealthHttp, ProblemsHttp],
      providers: [
        { provide: READINESS, useValue: withViews(readiness, operations.services) },
        { provide: LIVENESS, useValue: livenessOf(loops) },
        { provide: PROBLEM_TEXTS, useValue: problems },
        { provide: Registry, useValue: registry },
      ],
    };
  }
}
