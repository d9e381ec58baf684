import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * What stands between the service and Weaviate: everything passes, connections are refused, nothing is ever
 * answered, or an answer breaks off after its first bytes.
 */
export type Weather = 'clear' | 'down' | 'silent' | 'half';

export interface FaultProxy {
  readonly url: string;
  /** Changes what happens from now on; connections that are open are cut. */
  turn(weather: Weather): void;
  close(): Promise<void>;
}

/** Enough for a status line and headers, too little for any answer of ours. */
const HALF = 300;

/** A proxy of bytes, so that a fault is one of the network and not of a program that still speaks HTTP. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  let weather: Weather = 'clear';

  const server = createServer((client) => {
    open.add(client);
    client.on('error', () => client.destroy());
    client.on('close', () => open.delete(client));
    if (weather === 'down') return void client.resetAndDestroy();
    if (weather === 'silent') return void client.resume();
    const upstream = connect(Number(port), hostname);
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.end());
    client.pipe(upstream);
    if (weather === 'clear') return void upstream.pipe(client);
    let left = HALF;
    upstream.on('data', (part: Buffer) => {
      client.write(part.subarray(0, left));
      left -= part.length;
      if (left <= 0) setTimeout(() => client.resetAndDestroy(), 5);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    turn: (next) => {
      weather = next;
      for (const socket of open) socket.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
