import { write } from '../../ui/api/request.js';
import type { StaffMember } from '../../ui/api/types.js';
import { useWrite } from '../../ui/requests/use-write.js';

type NewColleague = { readonly name: string; readonly email?: string; readonly role: string; readonly capacity?: number };

/** Whoever has an e-mail address gets a first password, told once. */
export const useHireStaff = () => useWrite((body: NewColleague, key) => write<StaffMember & { oneTimePassword?: string | null }>('staff', body, { key }), ['staff', 'agent']);
