import { useQuery } from '@tanstack/react-query';
import { staffOptions } from '../../../ui/requests/get-staff.js';
import { useMay } from '../../../ui/requests/use-me.js';

/** Names of colleagues by their id; null where somebody is not on the list. */
export const useNames = (wanted: boolean): ((id: string) => string | null) => {
  const may = useMay()('staff:read');
  const staff = useQuery({ ...staffOptions(), enabled: wanted && may }).data;
  return (id) => staff?.find((member) => member.id === id)?.name ?? null;
};
