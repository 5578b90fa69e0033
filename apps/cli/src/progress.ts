import { bar } from './bar.js';
import { grouped } from './grouped.js';

/** How far an import is: `share` of the file read, from 0 to 1; rows accounted for; seconds since it began. */
type Progress = { readonly share: number; readonly rows: number; readonly seconds: number };

/** `████████░░░░  62 %  71,800 rows  9,950/s  4 s left`, with a bar as wide as `columns` leave room for. */
export const progressText = ({ share, rows, seconds }: Progress, columns: number): string => {
  const rate = seconds > 0 ? Math.round(rows / seconds) : 0;
  const left = share > 0 ? `${duration((seconds * (1 - share)) / share)} left` : '';
  const words = [`${Math.floor(share * 100)} %`.padStart(5), `${grouped(rows)} rows`, `${grouped(rate)}/s`, left].filter(Boolean).join('  ');
  return `${bar(share, Math.min(40, columns - words.length - 2))}${words}`;
};

/** `4 s`, `12 min`, `2 h 5 min`. */
export const duration = (seconds: number): string => {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
};
