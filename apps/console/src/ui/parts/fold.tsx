import { IconChevronDown } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import styles from './fold.module.css';

type Props = { readonly name: string; readonly heading: 'h2' | 'h3'; readonly children: ReactNode };

/** Something that unfolds below its name when it is asked for. */
export const Fold = ({ name, heading: Heading, children }: Props) => {
  const [opened, open] = useState(false);
  const id = useId();
  return (
    <>
      <Heading className={styles.heading}>
        <button type="button" className={styles.name} aria-expanded={opened} aria-controls={opened ? id : undefined} onClick={() => open(!opened)}>
          {name}
          <IconChevronDown size={15} stroke={1.8} aria-hidden="true" className={styles.arrow} />
        </button>
      </Heading>
      {opened && <div id={id} className={styles.folded}>{children}</div>}
    </>
  );
};
