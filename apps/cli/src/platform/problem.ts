import { Failure } from './failure.js';

/** RFC 9457 problem details, as far as they are shown. */
export type ProblemDetails = {
  readonly title?: string;
  readonly code?: string;
  readonly traceId?: string;
  readonly errors?: readonly { readonly pointer?: string; readonly detail?: string }[];
};

/** What the platform's answer means to whoever typed the command. */
export const failureOf = (status: number, problem: ProblemDetails, asked: string): Failure => {
  const says = problem.title ?? `status ${status}`;
  if (status === 401) return new Failure(`The platform does not take this token: ${says}`, 'Give an access token or an API key that is still good in ONMARU_TOKEN.');
  if (status === 403) return new Failure(`This token may not do that: ${says}`, 'Use one of somebody with the role that may, such as an admin.');
  if (status === 404 && (problem.code ?? 'not-found') === 'not-found') {
    return new Failure(`The platform does not know ${asked}.`, 'Check that ONMARU_URL is the address of an Onmaru platform of this version, without a path.');
  }
  if (problem.code === 'tenant-name-unusable') return new Failure(`The platform cannot make a short name of this one: ${says}`, 'Give the command --slug NAME, such as --slug hanok.');
  const places = (problem.errors ?? []).map(({ pointer, detail }) => `\n  ${pointer ?? ''} ${detail ?? ''}`).join('');
  const trace = problem.traceId ? ` Its trace id is ${problem.traceId}.` : '';
  return new Failure(`The platform answered ${asked} with: ${says}${places}`, status >= 500 ? `Try again; if it stays so, look into its log.${trace}` : 'Change what is asked for.');
};

export const unreachable = (url: string, why?: string): Failure =>
  new Failure(`Nobody answers at ${url}${why ? ` (${why})` : ''}.`, 'Start the platform there, or set ONMARU_URL to where it runs.');
