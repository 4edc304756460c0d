import { createReadStream } from 'node:fs';
import net from 'node:net';
import type { Readable } from 'node:stream';

/** Where clamd listens: `host:port`, or the path of its socket. */
export type ScannerAddress = string;
/** What clamd found: nothing, or the name of what it found. */
export type Verdict = { clean: true } | { clean: false; virus: string };

/** clamd did not answer, or not with a verdict: nobody knows what is in the file. */
export class ScannerAway extends Error {}

const connect = (address: ScannerAddress): net.Socket => {
  const [, host, port] = /^(.+):(\d{1,5})$/.exec(address) ?? [];
  return host && port ? net.connect(Number(port), host.replace(/^\[|\]$/g, '')) : net.connect(address);
};

const verdictOf = (answer: string): Verdict => {
  const [, virus] = /^stream: (.+) FOUND\0?$/.exec(answer) ?? [];
  if (virus !== undefined) return { clean: false, virus };
  if (/^stream: OK\0?$/.test(answer)) return { clean: true };
  throw new ScannerAway(`clamd says: ${answer.replace(/\0/g, '').slice(0, 200) || 'nothing'}`);
};

const sendPiece = (socket: net.Socket, piece: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    socket.write(Buffer.concat([length, piece]), (error) => (error ? reject(error) : resolve()));
  });

const sendAll = async (socket: net.Socket, bytes: Readable): Promise<void> => {
  socket.write('zINSTREAM\0');
  // A piece of no length says that this was all (clamd's manual, INSTREAM).
  for await (const piece of bytes as AsyncIterable<Buffer>) await sendPiece(socket, piece);
  await sendPiece(socket, Buffer.alloc(0));
};

const answerOf = (socket: net.Socket): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => (said += part));
    socket.once('error', reject);
    socket.once('timeout', () => socket.destroy(new Error('clamd took too long.')));
    socket.once('close', () => resolve(said));
  });

/**
 * Asks clamd about a file of this machine, over its own protocol: the packages that do it also start programs and
 * read configuration, for what are four messages. Throws `ScannerAway` where there is no verdict.
 */
export const scanFile = async (address: ScannerAddress, place: string, timeoutMs: number): Promise<Verdict> => {
  const socket = connect(address);
  socket.setTimeout(timeoutMs);
  const answer = answerOf(socket);
  try {
    // clamd closes early on a file that is larger than it takes; what it said counts, not that writing failed.
    await Promise.race([sendAll(socket, createReadStream(place)), answer]).catch(() => undefined);
    return verdictOf(await answer);
  } catch (error) {
    throw error instanceof ScannerAway ? error : new ScannerAway(String(error));
  } finally {
    socket.destroy();
  }
};
