import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import busboy from 'busboy';
import { Refusal } from '../platform/errors';

const malformed = (): Refusal => new Refusal('upload_malformed', 'The upload broke off or is not a form with one file. Nothing was kept; try again.');

/** The file part of a form as it arrives; `cut` is true once more bytes came than the limit. */
export interface IncomingFile {
  name: string;
  bytes: Readable;
  cut(): boolean;
}

/**
 * Reads one file from a multipart body, streamed to `receive` without holding it. Refuses bodies that are
 * no multipart, have no file or break off. One byte above the limit is let through, so that "too large" shows.
 */
export const readUpload = <T>(request: IncomingMessage, contentType: string, maxFileSize: number, receive: (file: IncomingFile) => Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    let received: Promise<void> | undefined;
    let broken = false;
    let form: busboy.Busboy;
    try {
      form = busboy({ headers: { 'content-type': contentType }, defParamCharset: 'utf8', limits: { files: 1, fields: 5, parts: 8, fileSize: maxFileSize + 1 } });
    } catch {
      return reject(malformed());
    }
    /** Lets go of the rest: a file that waits for more bytes ends, and a body that waits for a reader flows off. */
    const stop = (): void => {
      request.unpipe(form);
      request.resume();
      form.destroy();
    };
    const breakOff = (): void => {
      broken = true;
      stop();
      if (!received) reject(malformed());
    };
    form.on('file', (_field, bytes, { filename }) => {
      // The store may not listen yet when the line breaks, and an error that nobody hears ends the process.
      bytes.on('error', () => undefined);
      received = receive({ name: filename ?? '', bytes, cut: () => bytes.truncated === true }).then(resolve, (error) => {
        stop();
        reject(broken ? malformed() : error);
      });
    });
    form.on('close', () => received ?? reject(malformed()));
    form.on('error', breakOff);
    request.on('aborted', breakOff);
    request.on('error', breakOff);
    request.pipe(form);
  });
