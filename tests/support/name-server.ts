import dgram from 'node:dgram';
import type { AddressInfo } from 'node:net';

const typeOfTxt = 16;

/** The name and the type that a query asks for, and its bytes (RFC 1035, 4.1). */
const questionOf = (query: Buffer): { name: string; type: number; bytes: Buffer } => {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at]!; length > 0; length = query[at]!) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += length + 1;
  }
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), bytes: query.subarray(12, at + 5) };
};

/** A TXT record holds strings of 255 bytes at most. */
const textRecord = (text: string): Buffer => {
  const strings = (text.match(/.{1,255}/gs) ?? ['']).map((part) => Buffer.concat([Buffer.from([part.length]), Buffer.from(part, 'latin1')]));
  const data = Buffer.concat(strings);
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(typeOfTxt, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(60, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
};

/** A real name server that knows TXT records by their names and nothing else. */
export class NameServer {
  readonly texts = new Map<string, string>();
  private readonly socket = dgram.createSocket('udp4');

  start(): Promise<number> {
    this.socket.on('message', (query, from) => {
      const { name, type, bytes } = questionOf(query);
      const text = type === typeOfTxt ? this.texts.get(name) : undefined;
      const head = Buffer.from(query.subarray(0, 12));
      head.writeUInt16BE(text === undefined ? 0x8183 : 0x8180, 2);
      head.writeUInt16BE(1, 4);
      head.writeUInt16BE(text === undefined ? 0 : 1, 6);
      head.writeUInt32BE(0, 8);
      this.socket.send(Buffer.concat([head, bytes, ...(text === undefined ? [] : [textRecord(text)])]), from.port, from.address);
    });
    return new Promise((resolve) => this.socket.bind(0, '127.0.0.1', () => resolve((this.socket.address() as AddressInfo).port)));
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.socket.close(() => resolve()));
  }
}
