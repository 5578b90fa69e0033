import { FASTEST, shareDone, type Playback, type Speed } from '@onmaru/playback';
import { bar } from '../bar.js';
import { grouped } from '../grouped.js';

/** Where playing stands: between which positions, at which one, and how many events come in a second. */
export type Standing = { readonly playback: Playback; readonly from: number; readonly to: number; readonly position: number; readonly perSecond: number };

const SIGNS: Readonly<Record<Playback['mode'], string>> = { playing: '▶', paused: '‖', ended: '■', left: '■' };

const speedText = (speed: Speed): string => (speed === FASTEST ? 'max' : `×${grouped(speed)}`);

/** `████░░░░ ▶ ×100   43 %  #4,711 of 71,800  2016-03-10 09:12:00  12 events/s`, cut to `columns`, with a bar where there is room for one. */
export const statusText = ({ playback: { mode, speed, lastAt }, from, to, position, perSecond }: Standing, columns: number): string => {
  const share = shareDone(from, to, position);
  const moment = lastAt === null ? [] : [new Date(lastAt).toISOString().slice(0, 19).replace('T', ' ')];
  const words = [`${SIGNS[mode]} ${speedText(speed)}`, `${Math.floor(share * 100)} %`.padStart(5), `#${grouped(position)} of ${grouped(to)}`, ...moment, `${grouped(Math.round(perSecond))} events/s`].join('  ');
  return `${bar(share, Math.min(30, columns - words.length - 2))}${words}`.slice(0, Math.max(0, columns - 1));
};
