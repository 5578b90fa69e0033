import streams from '@eventstore/db-client/generated/streams_pb.js';
import { status, type sendUnaryData, type ServerReadableStream, type ServerWritableStream } from '@grpc/grpc-js';
import { refusals, type Fault, type Faults } from './faults.js';
import { checkpoint, confirmation, eventMessage, notFound, proposedOf, streamOf, taken, wrongVersion } from './messages.js';
import type { Proposed, StoredLog, StoredRecord } from './stored-log.js';

type Reading = ServerWritableStream<streams.ReadReq, streams.ReadResp>;
type Appending = ServerReadableStream<streams.AppendReq, streams.AppendResp>;
type Options = streams.ReadReq.Options;

/** So many events are looked at together, and a subscription says how far it has looked every so many of these. */
const WINDOW = 32;

const isFiltered = (options: Options): ((record: StoredRecord) => boolean) => {
  const name = options.getFilter()?.getStreamIdentifier();
  if (!name) return () => true;
  const [regex, prefixes] = [name.getRegex(), name.getPrefixList()];
  const pattern = regex ? new RegExp(regex) : null;
  return ({ stream }) => (pattern ? pattern.test(stream) : prefixes.some((prefix) => stream.startsWith(prefix)));
};

/** The Streams service, as far as a log of ours asks of it; whatever else it is asked is not implemented. */
export const streamsService = (log: StoredLog, { next }: Pick<Faults, 'next'>, { cut, answered }: { readonly cut: () => void; readonly answered: () => void }) => {
  const refused = (call: Reading, fault: Fault): void => {
    if (typeof fault === 'object' && 'refuse' in fault) call.emit('error', fault.refuse);
  };

  /** Sends as fast as the other end takes it; false when the call is over. */
  const sender = (call: Reading, fault: Fault | null, over: Promise<void>) => {
    let left = typeof fault === 'object' && fault && 'cutAfter' in fault ? fault.cutAfter : Infinity;
    return async (message: streams.ReadResp): Promise<boolean> => {
      if (call.cancelled) return false;
      if (message.hasEvent() && left-- <= 0) {
        cut();
        return false;
      }
      if (!call.write(message)) await Promise.race([over, new Promise((drained) => call.once('drain', drained))]);
      return !call.cancelled;
    };
  };
  type Send = ReturnType<typeof sender>;

  const ofStream = async (call: Reading, options: Options, send: Send): Promise<void> => {
    const asked = options.getStream() as streams.ReadReq.Options.StreamOptions;
    const name = streamOf(asked);
    const own = log.stream(name);
    if (own === 'deleted') return refused(call, refusals.deleted(name));
    const [backwards, count] = [options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS, Number(options.getCount())];
    const from = asked.hasRevision() ? Number(asked.getRevision()) : asked.hasEnd() ? Infinity : 0;
    const found = backwards ? own.filter(({ revision }) => revision <= from).reverse() : own.filter(({ revision }) => revision >= from);
    if (own.length === 0) await send(notFound(name));
    for (const record of found.slice(0, count)) if (!(await send(eventMessage(record)))) return;
    call.end();
    answered();
  };

  const fromOf = (options: Options): number => {
    const all = options.getAll();
    return all?.hasPosition() ? Number(all.getPosition()?.getCommitPosition()) : -1;
  };

  const ofAll = async (call: Reading, options: Options, send: Send): Promise<void> => {
    const from = fromOf(options);
    for (const record of log.from(from).slice(0, Number(options.getCount()))) if (!(await send(eventMessage(record)))) return;
    call.end();
    answered();
  };

  const follow = async (call: Reading, options: Options, send: Send, over: Promise<void>): Promise<void> => {
    const [after, isWanted] = [fromOf(options), isFiltered(options)];
    const between = WINDOW * (options.getFilter()?.getCheckpointintervalmultiplier() ?? 1);
    if (!(await send(confirmation()))) return;
    let index = log.records.length - log.from(after + 1).length;
    for (let looked = 1; !call.cancelled; looked += 1) {
      const record = log.records[index];
      if (!record) {
        await Promise.race([log.grown(index), over]);
        continue;
      }
      index += 1;
      if (isWanted(record) && !(await send(eventMessage(record)))) return;
      if (looked % between === 0 && !(await send(checkpoint(record.at)))) return;
    }
  };

  const read = (call: Reading): void => {
    const options = call.request.getOptions() as Options;
    const fault = next(options.hasSubscription() ? 'follow' : 'read');
    call.on('error', () => undefined);
    if (fault === 'silence') return;
    if (typeof fault === 'object' && fault && 'refuse' in fault) return refused(call, fault);
    const over = new Promise<void>((cancelled) => call.once('cancelled', () => cancelled()));
    const send = sender(call, fault, over);
    void (options.hasSubscription() ? follow : options.hasStream() ? ofStream : ofAll)(call, options, send, over);
  };

  const append = (call: Appending, answer: sendUnaryData<streams.AppendResp>): void => {
    const events: Proposed[] = [];
    let options: streams.AppendReq.Options | undefined;
    call.on('error', () => undefined);
    call.on('data', (message: streams.AppendReq) => {
      options ??= message.getOptions();
      const proposed = message.getProposedMessage();
      if (proposed) events.push(proposedOf(proposed));
    });
    call.on('end', () => {
      // What was cut off in the middle is nothing.
      if (call.cancelled || events.length === 0) return;
      if (!options || !(options.hasRevision() || options.hasNoStream())) return answer({ code: status.UNIMPLEMENTED, details: 'the double takes appends with an exact revision alone' });
      const [stream, after] = [streamOf(options), options.hasNoStream() ? -1 : Number(options.getRevision())];
      const fault = next('append');
      if (fault === 'silence') return;
      if (fault === 'wrong-revision') return answer(null, wrongVersion(after, after + 1));
      if (typeof fault === 'object' && fault && 'refuse' in fault) return answer(fault.refuse);
      const verdict = log.append(stream, after, events);
      if (fault) return cut();
      if (verdict.outcome === 'deleted') return answer(refusals.deleted(stream).refuse);
      answer(null, verdict.outcome === 'taken' ? taken(verdict.revision, verdict.at) : wrongVersion(after, verdict.revision));
      answered();
    });
  };

  return { read, append };
};
