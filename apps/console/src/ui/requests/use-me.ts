import { useQuery } from '@tanstack/react-query';
import type { Me } from '../api/types.js';
import { meOptions } from './get-me.js';
import { mayUse, runsPlatform } from './may.js';

const NOBODY: Me = { id: '', tenant: '', role: 'customer', name: null, permissions: [] };

/** Who is signed in. Behind the gate of a page there always is somebody. */
export const useMe = (): Me => useQuery(meOptions()).data ?? NOBODY;

export const useMay = (): ((permission: string) => boolean) => {
  const me = useMe();
  return (permission) => mayUse(me, permission);
};

/** Whether somebody runs the platform, and belongs to no tenant. */
export const useRunsPlatform = (): boolean => runsPlatform(useMe());
