import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to a port of this machine that can be cut: whoever is on it is cut off, and may come again. */
export type CuttableLine = { readonly port: number; cut(): void; close(): Promise<void> };

export const cuttableLine = async (to: number): Promise<CuttableLine> => {
  const sockets = new Set<Socket>();
  const carry = (client: Socket): void => {
    const server = connect(to, '127.0.0.1');
    const end = (): void => [client, server].forEach((socket) => socket.destroy());
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', end);
      socket.on('close', () => {
        sockets.delete(socket);
        end();
      });
    }
    client.pipe(server);
    server.pipe(client);
  };
  const listening = createServer(carry);
  await new Promise<void>((ready) => listening.listen(0, '127.0.0.1', ready));
  const cut = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    port: (listening.address() as AddressInfo).port,
    cut,
    close: () => {
      cut();
      return new Promise((closed) => listening.close(() => closed()));
    },
  };
};
