import net from 'node:net';
import { giveUp } from '../progress.mjs';

const probe = (port, host) =>
  new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error) => resolve(error.code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });

/** A port that nobody listens on now. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Ends the process, saying what to do, when `port` cannot be listened on. Asked before long work, not after. */
export const requirePort = async (port, host, { variable = 'PORT', command = 'npm start' } = {}) => {
  const obstacle = await probe(port, host);
  if (obstacle === 'EADDRINUSE') {
    giveUp(`Port ${port} is in use: another program, perhaps this one started twice, listens there.\nStop it, or choose another port, with data of its own: ${variable}=${port + 1} PORTAL_DATA_DIR=/tmp/second ${command}`);
  }
  if (obstacle === 'EACCES') giveUp(`Port ${port} may not be opened by this user. Choose one above 1023: ${variable}=${port + 8000} ${command}`);
  if (obstacle) giveUp(`Port ${port}${host ? ` on ${host}` : ''} cannot be opened (${obstacle}). Check ${variable} and HOST.`);
};
