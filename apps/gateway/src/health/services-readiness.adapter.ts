import type { Readiness } from '@onmaru/hosting';
import type { Descriptions } from '../api-description/descriptions.adapter.js';
import { textOf } from '../services/answered-json.adapter.js';
import type { ServiceLines } from '../services/lines.adapter.js';
import type { ServiceLine } from '../services/service-line.adapter.js';

/** How long a service may think about whether it is ready, in milliseconds. */
const WITHIN = 2000;

/** The platform is ready when every service is, and has said what it serves; the gateway alone, once one has. Neither is when the gateway is about to end. */
export class ServicesReadiness implements Readiness {
  constructor(
    private readonly lines: ServiceLines,
    private readonly descriptions: Pick<Descriptions, 'missing'>,
    private readonly leaving: AbortSignal,
  ) {}

  async waitingFor(position: number, alone: boolean): Promise<readonly string[]> {
    const ending = this.leaving.aborted ? ['its end'] : [];
    const missing = this.descriptions.missing();
    if (alone) return [...ending, ...(missing.length === this.lines.all.length ? ['what services serve'] : [])];
    const waiting = await Promise.all(this.lines.all.map((line) => waitingOf(line, position)));
    return [...ending, ...waiting.flat(), ...missing.map((service) => `what ${service} serves`)];
  }
}

const waitingOf = async (line: ServiceLine, position: number): Promise<readonly string[]> => {
  try {
    const path = position > 0 ? `/readyz?position=${position}` : '/readyz';
    const { status, body } = await line.send({ method: 'GET', path, headers: [], gone: new AbortController().signal, headWithin: WITHIN });
    const { waitingFor = [] } = JSON.parse(await textOf(body)) as { readonly waitingFor?: readonly string[] };
    if (status === 200) return [];
    return waitingFor.length > 0 ? waitingFor.map((what) => `${line.name}: ${what}`) : [line.name];
  } catch {
    return [`${line.name}, which does not answer`];
  }
};
