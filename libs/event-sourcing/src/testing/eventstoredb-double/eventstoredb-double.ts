import services from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { cuttableLine } from '../cuttable-line.js';
import { faults, type Faults } from './faults.js';
import { storedLog, type StoredLog } from './stored-log.js';
import { streamsService } from './streams-service.js';

/**
 * A test double: it speaks the Streams service of EventStoreDB as we have read it, well enough for what our log asks. What
 * holds over it shows what our adapter does with such answers, and never that EventStoreDB gives them.
 */
export type EventStoreDbDouble = Pick<Faults, 'fail' | 'heal'> & {
  /** Its address, as a connection string. */
  readonly connection: string;
  readonly port: number;
  readonly log: StoredLog;
  /** Cuts off everybody who is connected. */
  cut(): void;
  /** Resolves when it has answered so many requests more. */
  answered(requests: number): Promise<void>;
  close(): Promise<void>;
};

const MOST = 64 * 1024 * 1024;

/** Two doubles of one `log` are nodes of one cluster. */
export const eventStoreDbDouble = async (log: StoredLog = storedLog()): Promise<EventStoreDbDouble> => {
  const server = new Server({ 'grpc.max_receive_message_length': MOST, 'grpc.max_send_message_length': MOST });
  const { fail, heal, next } = faults();
  let line: Awaited<ReturnType<typeof cuttableLine>> | null = null;
  const waiting = new Set<{ left: number; readonly enough: () => void }>();
  const answer = (): void => {
    for (const one of waiting) {
      one.left -= 1;
      if (one.left > 0) continue;
      waiting.delete(one);
      one.enough();
    }
  };
  const { read, append } = streamsService(log, { next }, { cut: () => line?.cut(), answered: answer });
  server.addService(services.StreamsService, { read, append });
  const bound = await new Promise<number>((resolve, reject) => server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => (error ? reject(error) : resolve(port))));
  line = await cuttableLine(bound);
  const { port, cut, close } = line;
  return {
    connection: `esdb://127.0.0.1:${port}?tls=false`,
    port,
    log,
    fail,
    heal,
    cut,
    answered: (requests) => new Promise((enough) => waiting.add({ left: requests, enough })),
    close: async () => {
      await close();
      server.forceShutdown();
    },
  };
};
