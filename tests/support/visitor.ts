import type { ErrorAnswer, ErrorCode, Pagination } from '../../plugin/contracts/platform';
import { holdToDocument } from './documented';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Headers = Record<string, string>;

/** What came back: the parts of the contract, and the bytes for those who compare them. */
export interface Answer<Data> {
  status: number;
  headers: globalThis.Headers;
  /** Every Set-Cookie line. */
  cookies: string[];
  text: string;
  data: Data;
  pagination: Pagination | undefined;
  error: ErrorAnswer['error'] | undefined;
  code: ErrorCode | undefined;
}

interface Envelope<Data> {
  data: Data;
  meta?: { pagination?: Pagination };
  error?: ErrorAnswer['error'];
}
const envelopeOf = <Data>(text: string): Partial<Envelope<Data>> => {
  try {
    return JSON.parse(text) as Envelope<Data>;
  } catch {
    return {};
  }
};

/** A program that talks to the API as somebody: keeps cookies, sends JSON, looks at every answer, and holds it to the API's own document. */
export class Visitor {
  readonly cookies = new Map<string, string>();

  constructor(
    readonly base: string,
    private readonly standing: Headers = {},
  ) {}

  private keep(lines: string[]): void {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** The answer as it comes, for files and streams; `path` may also be a whole address. */
  fetch(method: Method, path: string, body?: BodyInit, headers: Headers = {}): Promise<Response> {
    const own: Headers = this.cookies.size > 0 ? { cookie: this.cookie } : {};
    return fetch(new URL(path.startsWith('http') ? path : `${this.base}${path}`), { method, redirect: 'manual', headers: { ...this.standing, ...own, ...headers }, ...(body === undefined ? {} : { body }) });
  }

  /** Sends a body as it is, whatever it is. */
  async send<Data = unknown>(method: Method, path: string, body?: BodyInit, headers: Headers = {}): Promise<Answer<Data>> {
    const answer = await this.fetch(method, path, body, headers);
    const cookies = answer.headers.getSetCookie();
    this.keep(cookies);
    const text = await answer.text();
    if (this.base.endsWith('/api/portal') && path.startsWith('/')) await holdToDocument(this.base, { method, path, status: answer.status, type: answer.headers.get('content-type') ?? '', text });
    const { data, meta, error } = envelopeOf<Data>(text);
    return { status: answer.status, headers: answer.headers, cookies, text, data: data as Data, pagination: meta?.pagination, error, code: error?.details.code };
  }

  private json<Data>(method: Method, path: string, body: unknown, headers: Headers): Promise<Answer<Data>> {
    return this.send<Data>(method, path, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
  }

  get<Data = unknown>(path: string, headers: Headers = {}): Promise<Answer<Data>> {
    return this.send<Data>('GET', path, undefined, headers);
  }
  post<Data = unknown>(path: string, body: unknown = {}, headers: Headers = {}): Promise<Answer<Data>> {
    return this.json<Data>('POST', path, body, headers);
  }
  put<Data = unknown>(path: string, body: unknown, headers: Headers = {}): Promise<Answer<Data>> {
    return this.json<Data>('PUT', path, body, headers);
  }
  patch<Data = unknown>(path: string, body: unknown, headers: Headers = {}): Promise<Answer<Data>> {
    return this.json<Data>('PATCH', path, body, headers);
  }
  delete<Data = unknown>(path: string, headers: Headers = {}): Promise<Answer<Data>> {
    return this.send<Data>('DELETE', path, undefined, headers);
  }

  /** Uploads one file, as a form does. */
  upload<Data = { id: string }>(name: string, bytes: Uint8Array<ArrayBuffer>, headers: Headers = {}): Promise<Answer<Data>> {
    const form = new FormData();
    form.set('file', new Blob([bytes]), name);
    return this.send<Data>('POST', '/attachments', form, headers);
  }
}
