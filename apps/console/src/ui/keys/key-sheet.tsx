import { lazy, Suspense } from 'react';
import { pageState } from '../page-state.js';
import { useKeys } from './use-keys.js';

// Fetched when somebody asks for it.
const KeyTable = lazy(async () => ({ default: (await import('./key-table.js')).KeyTable }));

const sheet = pageState(false);

export const openKeySheet = (): void => sheet.set(true);

export const KeySheet = () => {
  const shown = sheet.use();
  useKeys({ sheet: openKeySheet });
  return <Suspense>{shown && <KeyTable onClose={() => sheet.set(false)} />}</Suspense>;
};
