import net from 'node:net';

/** A balancer in front of several nodes: each connection goes to the next one that answers. */
export interface Balancer {
  url: string;
  stop(): Promise<void>;
}

/** Connects to the first of `ports` that answers; null when none does. */
const reach = async (ports: number[]): Promise<net.Socket | null> => {
  for (const port of ports) {
    const socket = net.connect(port, '127.0.0.1');
    const isOpen = await new Promise<boolean>((resolve) => socket.once('connect', () => resolve(true)).once('error', () => resolve(false)));
    if (isOpen) return socket;
  }
  return null;
};

export const startBalancer = async (ports: number[]): Promise<Balancer> => {
  let turn = 0;
  const open = new Set<net.Socket>();
  const server = net.createServer({ pauseOnConnect: true }, async (client) => {
    turn += 1;
    open.add(client);
    client.on('error', () => undefined).once('close', () => open.delete(client));
    const node = await reach([...ports.slice(turn % ports.length), ...ports.slice(0, turn % ports.length)]);
    if (!node) return void client.destroy();
    node.on('error', () => client.destroy()).once('close', () => client.destroy());
    client.once('close', () => node.destroy());
    client.pipe(node).pipe(client);
    client.resume();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = async (): Promise<void> => {
    open.forEach((client) => client.destroy());
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`, stop };
};
