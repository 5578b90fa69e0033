import { useTranslation } from 'react-i18next';
import { GRADES, type Grade, type Matrix, type Priority } from '../api/types.js';
import { PriorityBadge } from './badges.js';
import styles from './matrix-table.module.css';

type Cell = { readonly impact: Grade; readonly urgency: Grade };

type Props = {
  readonly matrix: Matrix;
  readonly caption: string;
  readonly chosen?: Cell | null;
  /** With it, cells can be pressed. */
  readonly onPick?: (cell: Cell) => void;
  readonly nameOf?: (cell: Cell, priority: Priority) => string;
};

/** How impact (down) and urgency (across) make a priority. */
export const MatrixTable = ({ matrix, caption, chosen, onPick, nameOf }: Props) => {
  const { t } = useTranslation();
  const grade = (of: Grade) => (of === 2 ? '2' : `${of} ${t(`grade.g${of}`)}`);
  return (
    <table className={styles.matrix}>
      <caption className={styles.caption}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.corner}>
            {t('case.panel.impact')} ↓ {t('case.panel.urgency')} →
          </th>
          {GRADES.map((urgency) => (
            <th scope="col" key={urgency}>
              {grade(urgency)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {GRADES.map((impact) => (
          <tr key={impact}>
            <th scope="row">{grade(impact)}</th>
            {GRADES.map((urgency) => {
              const priority = matrix[impact - 1]?.[urgency - 1] ?? 4;
              const isChosen = chosen?.impact === impact && chosen.urgency === urgency;
              return (
                <td key={urgency} data-chosen={isChosen || undefined}>
                  {onPick === undefined ? (
                    <PriorityBadge priority={priority} />
                  ) : (
                    <button type="button" className={styles.cell} aria-pressed={chosen === undefined ? undefined : isChosen} aria-label={nameOf?.({ impact, urgency }, priority)} onClick={() => onPick({ impact, urgency })}>
                      <PriorityBadge priority={priority} />
                    </button>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
