import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';

const quoted = (name: string): string => name.replace(/[\r\n"]/g, (character) => encodeURIComponent(character));

/** A multipart body with one file, made while its bytes flow. */
export const multipartFile = (bytes: Readable, name: string, mime: string): { contentType: string; body: Readable } => {
  const boundary = `portal-${randomBytes(16).toString('hex')}`;
  const body = async function* () {
    yield Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${quoted(name)}"\r\nContent-Type: ${mime}\r\n\r\n`);
    yield* bytes as AsyncIterable<Buffer>;
    yield Buffer.from(`\r\n--${boundary}--\r\n`);
  };
  return { contentType: `multipart/form-data; boundary=${boundary}`, body: Readable.from(body(), { objectMode: false }) };
};
