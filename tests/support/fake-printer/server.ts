/** An HTTP server on loopback that can be switched off and on again on the same port. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface FakeServer {
  readonly uri: string;
  switchOn(): Promise<void>;
  switchOff(): Promise<void>;
}

/**
 * @param receive gets each request whole
 * @param cuts says whether the line is cut when this part of a request arrives
 */
export async function startServer(
  receive: (bytes: Buffer, request: IncomingMessage, response: ServerResponse) => void,
  cuts: (chunk: Buffer) => boolean,
): Promise<FakeServer> {
  const sockets = new Set<Socket>();
  let port = 0;
  const server = createServer((request, response) => {
    request.on('error', () => undefined);
    response.on('error', () => undefined);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if (cuts(chunk)) request.socket.destroy();
    });
    request.on('end', () => receive(Buffer.concat(chunks), request, response));
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await switchOn();
  return { uri: `ipp://127.0.0.1:${port}/ipp/print`, switchOn, switchOff };

  async function switchOn(): Promise<void> {
    if (server.listening) return;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    port = (server.address() as AddressInfo).port;
  }

  async function switchOff(): Promise<void> {
    if (!server.listening) return;
    const closed = new Promise((resolve) => server.close(resolve));
    sockets.forEach((socket) => socket.destroy());
    await closed;
  }
}
