import { write } from '../../ui/api/request.js';
import type { Agent } from '../../ui/api/types.js';
import { useWrite } from '../../ui/requests/use-write.js';

export const useSetCapacity = (staffId: string) => useWrite((capacity: number, key) => write<Agent>(`staff/${staffId}/capacity`, { capacity }, { key }), [`agent:${staffId}`]);
