/** A key per data subject: without it, what is sealed stays sealed. @port */
export interface Keys {
  /** Keys to open with. A subject that has none, or that was erased, is not in the answer. */
  toOpen(tenant: string, subjects: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Keys to seal with, made where missing and durable before they are answered. An erased subject gets none. */
  toSeal(tenant: string, subjects: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
}
