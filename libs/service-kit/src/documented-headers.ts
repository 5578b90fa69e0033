import { ApiHeader } from '@nestjs/swagger';

type Header = { readonly name: string; readonly description: string; readonly schema: { readonly type: 'string' | 'integer'; readonly [more: string]: unknown } };

/** For a parameter of a route that reads headers: the description of the API names them wherever it stands. */
export const documentedHeaders =
  (...headers: readonly Header[]): ParameterDecorator =>
  (target, key) => {
    const descriptor = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
    if (key === undefined || descriptor === undefined) return;
    for (const header of headers) ApiHeader({ ...header, required: false })(target, key, descriptor);
  };
