import { pino, type DestinationStream, type Logger } from 'pino';

/**
 * Structured logs that hold no personal data: requests are named by route pattern and status, never by body, query
 * or credentials; errors by message, stack and what the cause says.
 */
export const logger = (level: string, destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: ({ name: type, message, stack, code, cause }: Error & { code?: string }) => ({ type, message, stack, code, ...(cause instanceof Error && { cause: cause.message }) }) },
      redact: { paths: ['*.password', '*.authorization', '*.cookie', '*.token', '*.email', '*.name'], censor: '[withheld]' },
    },
    destination ?? pino.destination(2),
  );
