import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { CasePage } from '../features/case/case-page.js';
import { filtersOf, searchOf } from '../features/inbox/filters.js';

/** The case of the address, at the moment of the address. */
export const CasePane = () => {
  const navigate = useNavigate();
  const { caseId } = useParams({ from: '/desk/inbox/$caseId' });
  const search = useSearch({ from: '/desk/inbox/$caseId' });
  const filters = searchOf(filtersOf(search));
  useEffect(() => {
    document.documentElement.dataset.oneCase = '';
    return () => {
      delete document.documentElement.dataset.oneCase;
    };
  }, []);
  return (
    <CasePage
      id={caseId}
      at={search.at}
      onMoment={(at) => void navigate({ to: '/inbox/$caseId', params: { caseId }, search: { ...filters, at }, replace: true })}
      onBack={() => void navigate({ to: '/inbox', search: filters })}
    />
  );
};
