import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Proposed, StoredRecord } from './stored-log.js';

const { StreamIdentifier, UUID } = shared;
const { AppendResp, ReadResp } = streams;

const named = (stream: string) => new StreamIdentifier().setStreamName(Buffer.from(stream).toString('base64'));
const textOf = (name: Uint8Array | string): string => Buffer.from(name as string, 'base64').toString('utf8');

/** The name of a stream in what was asked. */
export const streamOf = (asked: { getStreamIdentifier(): shared.StreamIdentifier | undefined }): string => textOf(asked.getStreamIdentifier()?.getStreamName_asB64() ?? '');

export const eventMessage = ({ id, stream, revision, at, created, type, contentType, metadata, data }: StoredRecord): streams.ReadResp => {
  const recorded = new ReadResp.ReadEvent.RecordedEvent()
    .setId(new UUID().setString(id))
    .setStreamIdentifier(named(stream))
    .setStreamRevision(String(revision))
    .setCommitPosition(String(at))
    .setPreparePosition(String(at))
    .setCustomMetadata(metadata)
    .setData(data);
  for (const [key, value] of [['type', type], ['content-type', contentType], ['created', String(created)]] as const) recorded.getMetadataMap().set(key, value);
  return new ReadResp().setEvent(new ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(String(at)));
};

export const confirmation = (): streams.ReadResp => new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId(crypto.randomUUID()));
export const checkpoint = (at: number): streams.ReadResp => new ReadResp().setCheckpoint(new ReadResp.Checkpoint().setCommitPosition(String(at)).setPreparePosition(String(at)));
export const notFound = (stream: string): streams.ReadResp => new ReadResp().setStreamNotFound(new ReadResp.StreamNotFound().setStreamIdentifier(named(stream)));

export const taken = (revision: number, at: number): streams.AppendResp => {
  const position = new AppendResp.Position().setCommitPosition(String(at)).setPreparePosition(String(at));
  return new AppendResp().setSuccess(new AppendResp.Success().setCurrentRevision(String(revision)).setPosition(position));
};

export const wrongVersion = (expected: number, current: number): streams.AppendResp => {
  const wrong = new AppendResp.WrongExpectedVersion();
  if (expected < 0) wrong.setExpectedNoStream(new shared.Empty());
  else wrong.setExpectedRevision(String(expected));
  if (current < 0) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(current));
  return new AppendResp().setWrongExpectedVersion(wrong);
};

/** An event on its way, as a request has it. */
export const proposedOf = (message: streams.AppendReq.ProposedMessage): Proposed => ({
  id: message.getId()?.getString() ?? '',
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? '',
  metadata: message.getCustomMetadata_asU8(),
  data: message.getData_asU8(),
});
