import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import busboy from 'busboy';
import type { Attachment } from '@contracts/conversation';
import type { Answer, PortalApi } from '@portal-api/client';
import { isToken } from '../../middleware/csrf';
import { multipartFile } from './multipart-file';
import { postedForm, type PostedForm } from './posted-form';
import { problemsOf, sessionEnded, staleForm, type Problems } from './problems';

/** One file of a form and what the API said to it. */
export interface Upload {
  name: string;
  answer: Answer<Attachment>;
}

/** A form with files: its fields, and its files in order. */
export interface UploadForm {
  form: PostedForm;
  uploads: Upload[];
  /** The body broke off or was no form. What came before is kept. */
  broken: boolean;
}

const fieldLimit = 600_000;
const maxFiles = 10;

/**
 * Streams a form's files to the API while it arrives; nothing is held in memory or on this server's disk.
 * `_csrf` has to come before the files (it is the first field of our forms): without it no file is passed on.
 */
export const receiveUploadForm = (request: Request, api: PortalApi, csrf: string): Promise<UploadForm> =>
  new Promise((resolve) => {
    const fields: [string, string][] = [];
    const uploads: Promise<Upload>[] = [];
    let allowed = false;
    const finish = async (broken: boolean): Promise<void> => resolve({ form: postedForm(fields, csrf), uploads: await Promise.all(uploads), broken });

    let reader: busboy.Busboy;
    try {
      const headers = { 'content-type': request.headers.get('content-type') ?? '' };
      reader = busboy({ headers, defParamCharset: 'utf8', limits: { fieldSize: fieldLimit, fields: 60, files: maxFiles } });
    } catch {
      return void finish(true);
    }
    reader.on('field', (name, value) => {
      fields.push([name, value.replace(/\r\n/g, '\n')]);
      if (name === '_csrf') allowed = isToken(value, csrf);
    });
    reader.on('file', (_name, bytes, { filename, mimeType }) => {
      // A browser sends an empty, nameless part for a file input that was left alone.
      if (!filename || !allowed) return void bytes.resume();
      const { contentType, body } = multipartFile(bytes, filename, mimeType);
      uploads.push(api.stream<Attachment>('/attachments', contentType, body).then((answer) => ({ name: filename, answer })));
    });
    reader.on('close', () => void finish(false));
    reader.on('error', () => void finish(true));
    if (!request.body) return void finish(true);
    const source = Readable.fromWeb(request.body as ReadableStream);
    source.on('error', () => void finish(true));
    source.pipe(reader);
  });

/** Ids of the files that were taken. */
export const acceptedFiles = (uploads: Upload[]): string[] => uploads.flatMap(({ answer }) => (answer.ok ? [answer.data.id] : []));

/** Why files or the whole form were not taken; null when all were. The session's end comes first, then each refused file with its own fault. */
export const uploadProblem = ({ form, uploads, broken }: UploadForm): Problems | null => {
  if (form.stale) return staleForm;
  if (broken) return { code: 'upload_malformed', errors: [], retryAt: null };
  const refused = uploads.flatMap(({ name, answer }) => (answer.ok ? [] : [{ name, answer }]));
  const [first] = refused;
  if (!first) return null;
  if (refused.some(({ answer }) => answer.status === 401)) return sessionEnded;
  return { ...problemsOf(first.answer), errors: refused.map(({ name, answer }) => ({ path: 'attachments', rule: 'malformed', message: name, code: answer.code })) };
};
