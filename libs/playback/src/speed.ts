/** How many times as fast as it happened; {@link FASTEST} waits for nothing. Above 0. */
export type Speed = number;

export const FASTEST: Speed = Infinity;

/** The speeds that are offered, from the slowest on. */
export const SPEEDS: readonly Speed[] = [1, 10, 100, 1000, 10_000, FASTEST];

/** The next of {@link SPEEDS} above or below; at either end it stays. */
export const faster = (speed: Speed): Speed => SPEEDS.find((other) => other > speed) ?? speed;
export const slower = (speed: Speed): Speed => SPEEDS.findLast((other) => other < speed) ?? speed;
