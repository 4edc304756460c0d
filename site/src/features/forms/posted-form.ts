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

/** Reads a url-encoded form; null for other requests (uploads are streamed by their own pages). */
export const readPostedForm = async (request: Request, csrf: string): Promise<PostedForm | null | 'too_large'> => {
  const type = request.headers.get('content-type') ?? '';
  if (request.method !== 'POST' || type.startsWith('multipart/form-data')) return null;
  if (Number(request.headers.get('content-length') ?? 0) > limit) return 'too_large';
  const fields = [...new URLSearchParams(await request.text())].map(([name, value]): [string, string] => [name, unixLines(value)]);
  return postedForm(fields, csrf);
};
