/** What is to be there before services start cannot be made. The message says the cause and what to do about it. */
export class CannotPrepare extends Error {
  override readonly name = 'CannotPrepare';
}
