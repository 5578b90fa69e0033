/** Where an operator reads what went wrong; pino's loggers are such. Details never hold personal data. */
export type Log = {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
};

/** Says nothing to nobody. */
export const silent: Log = { warn: () => undefined, error: () => undefined };
