import { write } from '../../ui/api/request.js';
import type { Presence } from '../../ui/api/types.js';
import { useWrite } from '../../ui/requests/use-write.js';

export const useSetPresence = (staffId: string) => useWrite((presence: Presence, key) => write(`staff/${staffId}/presence`, { presence }, { key }), [`agent:${staffId}`]);
