/** A part of the platform could not be started; it has said by itself what kept it from that. */
export class NotStarted extends Error {
  override readonly name = 'NotStarted';

  constructor(part: string) {
    super(`${part} did not start, so neither did the platform; what it said stands above.`);
  }
}
