let seen = 0;

/** The furthest place of the log that this page knows of; reads carry it, so that nobody reads behind their own writes. */
export const seenPosition = (): number => seen;

export const sawPosition = (position: number): void => {
  if (position > seen) seen = position;
};

export const forgetPosition = (): void => {
  seen = 0;
};
