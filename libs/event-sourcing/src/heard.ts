/** As a promise whose failure is heard even where nobody comes to ask for it any more. */
export const heard = <T>(asked: T | Promise<T>): Promise<T> => {
  const promised = Promise.resolve(asked);
  void Promise.allSettled([promised]);
  return promised;
};
