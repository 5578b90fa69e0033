import { connect, createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** One address before several programs, as a Service of a cluster is: whoever is ready gets new connections, and kept ones stay where they are. */
export type Balancer = { readonly url: string; add(url: string): void; remove(url: string): void; leadsTo(url: string): boolean; close(): Promise<void> };

/** Milliseconds between two looks at who is ready; so late a program hears nothing new that says no. */
const LOOK = 100;

export const balancer = async (): Promise<Balancer> => {
  const programs = new Map<string, boolean>();
  const sockets = new Set<Socket>();
  let turn = 0;
  const server = createServer((caller) => {
    const ready = [...programs].flatMap(([url, isReady]) => (isReady ? [url] : []));
    const url = ready[(turn += 1) % ready.length];
    if (url === undefined) return void caller.destroy();
    const program = connect(Number(new URL(url).port), '127.0.0.1');
    for (const [one, other] of [[caller, program], [program, caller]] as const) {
      sockets.add(one);
      one.on('close', () => (sockets.delete(one), other.destroy())).on('error', () => other.destroy());
      one.pipe(other);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const look = async (url: string): Promise<void> => {
    const ready = await fetch(`${url}/readyz?alone=true`, { signal: AbortSignal.timeout(4000), headers: { connection: 'close' } }).then(({ ok }) => ok, () => false);
    if (programs.has(url)) programs.set(url, ready);
  };
  const looking = setInterval(() => void Promise.all([...programs.keys()].map(look)), LOOK);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    add: (url) => void programs.set(url, false),
    remove: (url) => void programs.delete(url),
    leadsTo: (url) => programs.get(url) === true,
    async close() {
      clearInterval(looking);
      sockets.forEach((socket) => socket.destroy());
      await new Promise((closed) => server.close(closed));
    },
  };
};
