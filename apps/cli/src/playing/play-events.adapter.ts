import { setTimeout } from 'node:timers/promises';
import { FASTEST, Player, rateAfter, type Pacing, type Playback, type Rate } from '@onmaru/playback';
import type { Api } from '../platform/api.adapter.js';
import { EXIT } from '../platform/failure.js';
import { linesOf } from '../platform/lines.adapter.js';
import { ProgressLine, terminal } from '../terminal.adapter.js';
import { hearKeys } from './keyboard.adapter.js';
import { playedEvent, playedEventText, type PlayedEvent } from './played-event.js';
import { statusText } from './status-text.js';

type Playing = { readonly query: Readonly<Record<string, string | undefined>>; readonly pacing: Pacing; readonly asJson: boolean };

/** Prints the events of a span at their pace: for people where there is a terminal, else as they come. Answers the exit code. */
export const playEvents = async (api: Api, { query, pacing, asJson }: Playing): Promise<number> => {
  const isForPeople = process.stdout.isTTY && !asJson;
  const status = new ProgressLine();
  const from = Number(query['from'] ?? 0);
  let [to, position, stopped] = [0, from, false];
  let rate: Rate | null = null;

  const draw = (playback: Playback): void => {
    if (!process.stderr.isTTY) return;
    rate = rateAfter(rate, playback.shown, performance.now());
    const text = (columns: number) => statusText({ playback, from, to, position, perSecond: rate?.perSecond ?? 0 }, columns);
    if (playback.speed === FASTEST && playback.mode === 'playing') status.show(text);
    else status.announce(text(process.stderr.columns));
  };

  const player = new Player<PlayedEvent>(
    {
      async *open() {
        const { headers, body } = await api.ask('events', { query, headers: { accept: 'application/x-ndjson' } });
        to = Number(headers.get('onmaru-position') ?? 0);
        position = from;
        for await (const line of linesOf(body ?? [])) if (line !== '') yield playedEvent(line);
      },
      at: ({ occurredAt }) => Date.parse(occurredAt),
      async show(event) {
        status.clear();
        await terminal.data(isForPeople ? playedEventText(event) : event.line);
        position = event.position;
      },
      draw,
      now: () => performance.now(),
      rest,
    },
    pacing,
  );

  const stopHearing = hearKeys({
    onPress: (press) => player.press(press),
    onStop: () => {
      stopped = true;
      player.press('quit');
    },
  });
  try {
    await player.run();
  } finally {
    stopHearing();
    status.clear();
  }
  if (process.stderr.isTTY) terminal.talk(`${player.playback.shown} events${player.playback.mode === 'ended' ? '' : `, up to #${position} of ${to}`}.`);
  return stopped ? EXIT.stopped : EXIT.ok;
};

const rest = (milliseconds: number, woken: AbortSignal): Promise<void> =>
  setTimeout(milliseconds, undefined, { signal: woken }).catch((error: Error) => {
    if (error.name !== 'AbortError') throw error;
  });
