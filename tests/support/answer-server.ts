import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** A passage as it left the house. */
export interface SentPassage {
  number: number;
  article: string;
  heading: string;
  text: string;
}
/** One call, read as the model reads it. */
export interface AskedOfModel {
  authorization: string;
  model: string;
  maxTokens: number;
  rules: string;
  /** The whole of what was sent. */
  text: string;
  passages: SentPassage[];
  question: string;
}
type Writing = string | ((asked: AskedOfModel) => string);
/** What the server does instead of writing. */
export type Mood = 'writes' | 'waits' | 'waits in the middle' | 'breaks off' | 'stumbles' | 'talks nonsense' | 'answers at once' | 'sends elsewhere' | number;

interface Body {
  model: string;
  max_tokens: number;
  messages: { role: string; content: string }[];
}

const askedIn = (request: IncomingMessage, body: Body): AskedOfModel => {
  const [rules, data] = body.messages;
  const { passages, question } = JSON.parse(data?.content ?? '{}') as Pick<AskedOfModel, 'passages' | 'question'>;
  return { authorization: request.headers.authorization ?? '', model: body.model, maxTokens: body.max_tokens, rules: rules?.content ?? '', text: JSON.stringify(body), passages, question };
};

const event = (content: string, finish: string | null = null): string => `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content }, finish_reason: finish }] })}\n\n`;
/** Cut without regard for words, as models do. */
const pieces = (text: string): string[] => text.match(/[\s\S]{1,7}/gu) ?? [];

/** A real server that speaks the protocol of chat completions: it writes what a test wants a model to write, or fails as it is told. */
export class AnswerServer {
  readonly asked: AskedOfModel[] = [];
  mood: Mood = 'writes';
  writing: Writing = 'Nothing.';
  /** Calls that whoever asked gave up before they were answered. */
  abandoned = 0;
  private readonly server = createServer((request, response) => void this.serve(request, response));

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.once('close', () => {
      if (!response.writableEnded) this.abandoned += 1;
    });
    if (request.method !== 'POST' || request.url !== '/v1/chat/completions') return void response.writeHead(404).end();
    const asked = askedIn(request, (await json(request)) as Body);
    this.asked.push(asked);
    const { mood } = this;
    if (mood === 'waits') return;
    if (mood === 'sends elsewhere') return void response.writeHead(307, { location: '/v1/elsewhere' }).end();
    if (typeof mood === 'number') return void response.writeHead(mood, { 'content-type': 'application/json' }).end(JSON.stringify({ error: { message: `The secret words of the endpoint, which heard ${asked.authorization}` } }));
    if (mood === 'answers at once') return void response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    await this.write(response, mood, typeof this.writing === 'string' ? this.writing : this.writing(asked));
  }

  private async write(response: ServerResponse, mood: Mood, text: string): Promise<void> {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    if (mood === 'talks nonsense') return void response.end('data: {"choices":\n\n');
    const all = pieces(text);
    for (const [index, piece] of all.entries()) {
      if (index === Math.floor(all.length / 2) && mood === 'waits in the middle') return;
      if (index === Math.floor(all.length / 2) && mood === 'breaks off') return void response.destroy();
      if (index === Math.floor(all.length / 2) && mood === 'stumbles') return void response.end();
      response.write(event(piece));
      await new Promise(setImmediate);
    }
    response.end(`${event('', 'stop')}data: [DONE]\n\n`);
  }

  /** Answers the address to configure. */
  start(): Promise<string> {
    return new Promise((resolve) => {
      this.server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`));
    });
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }
}
