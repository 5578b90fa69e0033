import { Link } from '@tanstack/react-router';
import { useMay } from '../../ui/requests/use-me.js';
import styles from './operations.module.css';
import { caseOf } from './standing.js';

/** A stream by its name, which leads to the case where it is of one that somebody may read. */
export const StreamName = ({ stream }: { readonly stream: string }) => {
  const may = useMay()('case:read');
  const caseId = caseOf(stream);
  if (caseId === null || !may) return <code className={styles.code}>{stream}</code>;
  return (
    <Link to="/inbox/$caseId" params={{ caseId }} search={{}} className={styles.code}>
      {stream}
    </Link>
  );
};
