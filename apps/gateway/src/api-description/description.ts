/** An OpenAPI document, as far as the gateway looks into it. */
export type Description = {
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components?: Components;
  readonly tags?: readonly { readonly name: string }[];
};

/** Operations by method. */
export type PathItem = Readonly<Record<string, object>>;

/** By kind, such as `schemas`, and by name. */
export type Components = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
