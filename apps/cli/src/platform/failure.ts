/** Exit codes: done; a check failed or something was refused; not used as it is meant to be; stopped from the keyboard. */
export const EXIT = { ok: 0, refused: 1, usage: 2, stopped: 130 } as const;

/** Why a command cannot go on, and what to do about it, as both are printed. */
export class Failure extends Error {
  constructor(
    cause: string,
    readonly cure: string,
    readonly exitCode: number = EXIT.refused,
  ) {
    super(cause);
    this.name = 'Failure';
  }
}

/** Something about the command itself: an argument, a file, a setting. */
export const misuse = (cause: string, cure: string): Failure => new Failure(cause, cure, EXIT.usage);
