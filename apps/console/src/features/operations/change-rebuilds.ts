import { write } from '../../ui/api/request.js';
import { useWrite } from '../../ui/requests/use-write.js';
import type { Rebuild, RebuildVerb } from './rebuild.js';

type Wish = { readonly views?: readonly string[]; readonly compareOnly?: boolean };

export const useStartRebuilds = () => useWrite((wish: Wish, key) => write<readonly Rebuild[]>('operations/rebuilds', wish, { key }), ['rebuild']);

export const useChangeRebuild = () => useWrite(({ view, verb }: { readonly view: string; readonly verb: RebuildVerb }, key) => write<Rebuild>(`operations/rebuilds/${view}/${verb}`, {}, { key }), ['rebuild']);
