import { Gauge, type Registry } from 'prom-client';
import type { ServiceLine } from './service-line.adapter.js';

const STATES = ['closed', 'half-open', 'open'] as const;

/** The ways to all services, by name. */
export class ServiceLines {
  readonly all: readonly ServiceLine[];

  constructor(lines: readonly ServiceLine[]) {
    this.all = lines;
  }

  called(name: string): ServiceLine {
    const found = this.all.find((line) => line.name === name);
    if (!found) throw new Error(`There is no way to the service ${name}`);
    return found;
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map((line) => line.close()));
  }

  /** Says of each service whether its circuit is closed, open, or about to be tried. */
  measure(registry: Registry): void {
    const lines = this.all;
    new Gauge({
      name: 'onmaru_service_circuit',
      help: '1 for the state in which the circuit to a service is',
      labelNames: ['service', 'state'],
      registers: [registry],
      collect() {
        for (const { name: service, state } of lines) for (const one of STATES) this.set({ service, state: one }, one === state ? 1 : 0);
      },
    });
  }
}
