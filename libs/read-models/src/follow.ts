import { PAGE_SIZE, type Page } from '@onmaru/event-sourcing';
import { advance, passBy } from './advance.js';
import type { Standing } from './bookkeeping.js';
import { categoriesOf, concerning } from './bound-view.js';
import { catchUp } from './catch-up.js';
import { awaitTheirs } from './await-theirs.js';
import { arrived, failed, isOwn, nameOf, standingOf, type Journey, type Seat } from './journey.js';
import { pacing } from './pacing.js';
import { backOff, pause } from './patience.js';
import { planLanes, type Lane } from './plan-lanes.js';
import { tracedFold } from './traced.js';

/** Whoever waits for a view wakes it; so nobody is kept waiting by its rests, in milliseconds. */
const LONGEST_REST = 250;

const standing = async ({ books, pool }: Journey, { bound }: Seat): Promise<Standing> => (await books.checkpoints(pool, [bound.view]))[0] as Standing;

/** Takes a seat to the end of the page. Another runner may be at it too: then from where that one has got. False when the rows have come to be of another generation. */
const step = async (journey: Journey, seat: Seat, page: Page): Promise<boolean> => {
  while (seat.at < page.upTo) {
    const events = concerning(seat.bound.view, page.events, seat.at);
    const from = standingOf(seat);
    const moved =
      events.length > 0
        ? await tracedFold(journey.tracing, nameOf(seat), events, () => advance(journey, seat.bound, events, from, page.upTo))
        : (await passBy(journey, [{ view: nameOf(seat), from }], page.upTo)).length > 0;
    const now = moved ? { ...from, position: page.upTo } : await standing(journey, seat);
    const stays = now.position === seat.at && now.epoch !== seat.epoch;
    if (now.position <= seat.at && !stays) throw new Error(`the checkpoint of ${nameOf(seat)} went back from ${seat.at} to ${now.position}`);
    seat.epoch = now.epoch;
    seat.generation = now.generation;
    arrived(journey, seat, now.position);
    if (!isOwn(seat)) return false;
  }
  return true;
};

/** False when a seat did not get to the end of the page. */
const readPage = async (journey: Journey, seats: readonly Seat[], page: Page): Promise<boolean> => {
  const idle = seats.filter((seat) => seat.at < page.upTo && concerning(seat.bound.view, page.events, seat.at).length === 0);
  const passed = await passBy(journey, idle.map((seat) => ({ view: nameOf(seat), from: standingOf(seat) })), page.upTo);
  for (const seat of idle) if (passed.includes(nameOf(seat))) arrived(journey, seat, page.upTo);
  const steps = await Promise.allSettled(seats.map((seat) => step(journey, seat, page)));
  journey.forget();
  steps.forEach((result, place) => {
    const seat = seats[place];
    if (result.status === 'rejected' && seat) failed(journey, seat, result.reason);
  });
  return steps.every((result) => result.status === 'fulfilled' && result.value);
};

const followLane = async (journey: Journey, lanes: readonly Lane<Seat>[], lane: Lane<Seat>, round: AbortController): Promise<void> => {
  const categories = [...new Set(lane.views.flatMap(({ bound }) => categoriesOf(bound.view)))];
  const ahead = lanes.slice(lanes.indexOf(lane) + 1).flatMap(({ views }) => views);
  const pace = pacing(journey.progress, LONGEST_REST);
  let at = lane.from;
  for (let head = await journey.store.head(); head - at >= PAGE_SIZE; head = await journey.store.head()) {
    if (!(await catchUp(journey, lane.views, head, round.signal))) return round.abort();
    at = head;
  }
  for await (const page of journey.store.subscribe(at, { everyTenant: true, categories }, round.signal)) {
    const came = performance.now();
    const went = await readPage(journey, lane.views, page);
    const caughtUp = ahead.some(({ at }) => page.upTo + PAGE_SIZE >= at);
    if (!went || caughtUp) round.abort();
    await pace(came, page.upTo - at, round.signal);
    if (round.signal.aborted) return;
    at = page.upTo;
  }
  if (!round.signal.aborted) throw new Error('the log ended its subscription');
};

/** One round: every rested view follows the log until a view fails, a lane catches up with another, or `stop` aborts. */
const followRound = async (journey: Journey, stop: AbortSignal): Promise<void> => {
  // Whoever stopped while the checkpoints were read is not heard again by the listener below.
  if (stop.aborted) return;
  const round = new AbortController();
  const end = (): void => round.abort();
  stop.addEventListener('abort', end);
  const now = performance.now();
  const rested = journey.seats.filter((seat) => seat.restUntil <= now && isOwn(seat));
  const theirs = journey.seats.filter((seat) => !isOwn(seat));
  const resting = journey.seats.filter(({ restUntil }) => restUntil > now).map(({ restUntil }) => restUntil - now);
  const wake = resting.length > 0 ? setTimeout(end, Math.min(...resting)) : undefined;
  const lanes = planLanes(rested, PAGE_SIZE);
  try {
    if (lanes.length === 0 && theirs.length === 0) await pause(resting.length > 0 ? Math.min(...resting) : 2 ** 31 - 1, round.signal);
    const passes = await Promise.allSettled([...lanes.map((lane) => followLane(journey, lanes, lane, round)), ...(theirs.length > 0 ? [awaitTheirs(journey, theirs, round.signal)] : [])].map((pass) => pass.finally(end)));
    for (const pass of passes) if (pass.status === 'rejected') throw pass.reason;
  } finally {
    clearTimeout(wake);
    stop.removeEventListener('abort', end);
  }
};

/** Follows the log until `stop` aborts; whatever fails meanwhile is tried again. */
export const follow = async (journey: Journey, stop: AbortSignal): Promise<void> => {
  let failures = 0;
  while (!stop.aborted) {
    try {
      const checkpoints = await journey.books.checkpoints(journey.pool, journey.seats.map(({ bound }) => bound.view));
      for (const [place, seat] of journey.seats.entries()) {
        ({ position: seat.at, epoch: seat.epoch, generation: seat.generation } = checkpoints[place] as Standing);
        journey.progress.set(nameOf(seat), seat.at);
      }
      await followRound(journey, stop);
      failures = 0;
    } catch (error) {
      failures += 1;
      journey.log.error({ err: error }, 'views lost the log or their database and will try again');
      await pause(backOff(failures), stop);
    }
  }
};
