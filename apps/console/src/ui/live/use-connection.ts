import { useSyncExternalStore } from 'react';
import { currentConnection, onConnection, type Connection } from './connection.js';

export const useConnection = (): Connection => useSyncExternalStore(onConnection, currentConnection);
