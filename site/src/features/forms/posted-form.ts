import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { isToken } from '../../middleware/csrf';

/** A posted form's fields. `stale` when its token is missing or of another session: then nothing may be changed. */
export interface PostedForm {
  stale: boolean;
  text(name: string): string;
  all(name: string): string[];
  /** Fields whose name begins with `prefix`, without it. */
  under(prefix: string): Record<string, string>;
}

// The longest form is a request of 50,000 characters, of which each can take 12 bytes when escaped.
const limit = 1_000_000;

/** Fields in the order they came, wrapped so that pages never meet a File or a missing key. */
export const postedForm = (fields: [string, string][], csrf: string): PostedForm => {
  const all = (name: string): string[] => fields.filter(([key]) => key === name).map(([, value]) => value);
  const text = (name: string): string => all(name)[0] ?? '';
  return {
    stale: !isToken(text('_csrf'), csrf),
    text,
    all,
    under: (prefix) => Object.fromEntries(fields.filter(([key]) => key.startsWith(prefix)).map(([key, value]) => [key.slice(prefix.length), value])),
  };
};

// Forms send line ends as CRLF, whatever was typed.
const unixLines = (value: string): string => value.replace(/\r\n/g, '\n');

/** The body, or null when it is longer than the limit; a chunked one does not say its length before. */
const readAtMost = async ({ body }: Request): Promise<string | null> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body ? Readable.fromWeb(body as ReadableStream<Uint8Array>) : []) {
    size += chunk.length;
    // Read to its end all the same: a browser that still sends does not look at the answer.
    if (size <= limit) chunks.push(chunk);
  }
  return size <= limit ? Buffer.concat(chunks).toString('utf8') : null;
};

/** Reads a url-encoded form; null for other requests (uploads are streamed by their own pages). */
export const readPostedForm = async (request: Request, csrf: string): Promise<PostedForm | null | 'too_large'> => {
  const type = request.headers.get('content-type') ?? '';
  if (request.method !== 'POST' || type.startsWith('multipart/form-data')) return null;
  if (Number(request.headers.get('content-length') ?? 0) > limit) return 'too_large';
  const body = await readAtMost(request);
  if (body === null) return 'too_large';
  const fields = [...new URLSearchParams(body)].map(([name, value]): [string, string] => [name, unixLines(value)]);
  return postedForm(fields, csrf);
};
