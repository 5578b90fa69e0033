import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to a PostgreSQL on which answers get lost: the server has committed, and the connection is cut before it can say so. */
export type LossyLine = {
  /** The same database by way of this line. */
  readonly url: string;
  /** Loses the next answers to appends; further ones get through. */
  lose(answers: number): void;
  /** How many answers were lost. */
  lost(): number;
  close(): Promise<void>;
};

const APPEND = 'log_append_';
/** ReadyForQuery, outside a transaction: what PostgreSQL says last, after the commit. */
const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

export const lossyLine = async (url: string): Promise<LossyLine> => {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let losing = 0;
  let lost = 0;

  const carry = (client: Socket): void => {
    const server = connect(Number(target.port), target.hostname);
    let swallowed: Buffer | null = null;
    const cut = (): void => {
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', cut);
      socket.on('close', () => {
        sockets.delete(socket);
        cut();
      });
    }
    client.on('data', (asked) => {
      if (losing > 0 && !swallowed && asked.includes(APPEND)) {
        losing -= 1;
        swallowed = Buffer.alloc(0);
      }
      server.write(asked);
    });
    server.on('data', (answer: Buffer) => {
      if (!swallowed) return void client.write(answer);
      swallowed = Buffer.concat([swallowed, answer]);
      if (!swallowed.subarray(-READY.length).equals(READY)) return;
      lost += 1;
      cut();
    });
  };

  const listening = createServer(carry);
  await new Promise<void>((ready) => listening.listen(0, '127.0.0.1', ready));
  const own = new URL(url);
  own.port = String((listening.address() as AddressInfo).port);
  return {
    url: own.href,
    lose: (answers) => {
      losing = answers;
    },
    lost: () => lost,
    close: () => {
      sockets.forEach((socket) => socket.destroy());
      return new Promise((closed) => listening.close(() => closed()));
    },
  };
};
