/** Something that happened to a case since a revision, as a stale write is told. */
export type Since = { readonly type: string; readonly occurredAt: string; readonly revision: number; readonly position: number };

type FieldError = { readonly pointer: string; readonly detail: string };

type ProblemBody = {
  readonly title?: string;
  readonly detail?: string;
  readonly status?: number;
  readonly code?: string;
  readonly errors?: readonly FieldError[];
  readonly since?: readonly Since[];
  readonly traceId?: string;
};

/** A request that came to nothing: what the server said (RFC 9457), or that it could not be reached (`status` 0). */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly body: ProblemBody,
  ) {
    super(body.title ?? `HTTP ${status}`);
    this.name = 'ApiProblem';
  }

  get code(): string {
    return this.body.code ?? (this.status === 0 ? 'unreachable' : 'unknown');
  }

  get errors(): readonly FieldError[] {
    return this.body.errors ?? [];
  }
}

export const unreachable = (): ApiProblem => new ApiProblem(0, { code: 'unreachable' });

/** What went wrong in a field of the body, by its name. */
export const fieldError = (error: unknown, field: string): string | undefined =>
  error instanceof ApiProblem ? error.errors.find(({ pointer }) => pointer.split('/').includes(field))?.detail : undefined;

/** Worth trying again unasked: nothing was reached, or it says itself that it is busy. */
export const isPassing = (error: unknown): boolean => error instanceof ApiProblem && (error.status === 0 || error.status === 502 || error.status === 503 || error.status === 504);
