import { setTimeout as pause } from 'node:timers/promises';

export type Answered = { readonly status: number; readonly body: Readonly<Record<string, unknown>>; readonly position: number };

export type Question = {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** How long one try may take, in milliseconds. */
  readonly within?: number;
};

/** How one question ended: with an answer, or without; `doubtful` where an earlier try may have been carried out unheard. */
export type Outcome = { readonly answered: Answered | null; readonly tries: number; readonly doubtful: boolean };

export type Asking = (question: Question, patienceMs: number) => Promise<Outcome>;

/** How long a try may take where nothing is said of that, in milliseconds. */
const TRY = 10_000;
/** Milliseconds between two tries where the answer says nothing of that. */
const REST = 300;

const isFinal = (status: number): boolean => status < 500 && status !== 408 && status !== 429;

/** Asks as real clients do: again and again until somebody takes it or refuses it, or patience ends. */
export const asking = (url: string, token: string, tenant?: string): Asking => {
  const once = async ({ method, path, body, headers, within = TRY }: Question): Promise<Answered & { readonly retryAfter: number }> => {
    const response = await fetch(`${url}/api/v1/${path}`, {
      method: method ?? (body ? 'POST' : 'GET'),
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }), ...(tenant !== undefined && { 'onmaru-tenant': tenant }), ...headers },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(within),
    });
    const text = await response.text();
    const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      body: isJson ? (JSON.parse(text) as Answered['body']) : {},
      position: Number(response.headers.get('onmaru-position') ?? 0),
      retryAfter: Number(response.headers.get('retry-after') ?? 0) * 1000,
    };
  };

  return async (question, patienceMs) => {
    const end = performance.now() + patienceMs;
    for (let [tries, doubtful] = [1, false]; ; tries += 1) {
      const [answered] = await Promise.allSettled([once(question)]);
      if (answered.status === 'fulfilled' && isFinal(answered.value.status)) return { answered: answered.value, tries, doubtful };
      doubtful = true;
      if (performance.now() > end) return { answered: null, tries, doubtful };
      const rest = answered.status === 'fulfilled' ? answered.value.retryAfter : 0;
      await pause((rest || REST) * (0.75 + Math.random() / 2));
    }
  };
};
