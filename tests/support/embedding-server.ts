import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

interface Asked {
  model: string;
  input: string[];
  authorization: string;
}

/** What some words mean, in two languages: enough of a language model to see what becomes of its vectors. */
const meanings = [
  ['password', 'kennwort', 'passwort', 'credentials'],
  ['invoice', 'rechnung', 'bill', 'payment'],
  ['printer', 'drucker', 'toner'],
  ['delivery', 'lieferung', 'parcel', 'paket'],
  ['discount', 'rabatt', 'margin'],
  ['moon', 'mond'],
];

const vectorOf = (text: string, dimensions: number): number[] => {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const vector = Array.from({ length: dimensions }, (_, at) => words.filter((word) => meanings[at]?.includes(word)).length);
  // Texts without a known word are like each other and like nothing else.
  vector[dimensions - 1] = 0.1;
  return vector;
};

/** A real server that speaks OpenAI's `/v1/embeddings`. It refuses with `failing`, and waits for `delay` ms before it answers. */
export class EmbeddingServer {
  readonly asked: Asked[] = [];
  failing: number | null = null;
  delay = 0;
  /** How long the vectors of a model are; others have eight numbers. */
  readonly dimensions = new Map<string, number>();

  private readonly server = createServer((request, response) => {
    void json(request).then(async (body) => {
      const { model, input } = body as Omit<Asked, 'authorization'>;
      this.asked.push({ model, input, authorization: request.headers.authorization ?? '' });
      const data = input.map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(text, this.dimensions.get(model) ?? 8) }));
      if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, this.delay));
      const known = request.method === 'POST' && request.url === '/v1/embeddings';
      response.writeHead(this.failing ?? (known ? 200 : 404), { 'content-type': 'application/json' });
      // In any order: the protocol numbers them.
      response.end(JSON.stringify(this.failing ? { error: { message: 'not now' } } : { object: 'list', model, data: data.reverse() }));
    });
  });

  /** Listens, on a free port or on the one it had; answers the address that a client is given. */
  start(port = 0): Promise<string> {
    return new Promise((resolve) => {
      const listening = this.server.listen(port, '127.0.0.1', () => resolve(`http://127.0.0.1:${(listening.address() as AddressInfo).port}/v1`));
    });
  }

  /** How often a text with these words was sent. */
  times(words: string): number {
    return this.asked.flatMap(({ input }) => input).filter((text) => text.includes(words)).length;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => void this.server.close(() => resolve()));
  }
}
