import { gzipSync } from 'node:zlib';

const weight = (bytes) => gzipSync(bytes, { level: 9 }).length;
const read = async (address) => Buffer.from(await (await fetch(address)).arrayBuffer());
const sum = async (origin, files) => {
  let all = 0;
  for (const file of new Set(files)) all += weight(await read(new URL(file, origin)));
  return all;
};

/** What a page and its own files weigh compressed to a reader of this language, in bytes, and what a second look is answered; null where the page names no version of itself. */
export const weigh = async (address, language = 'en') => {
  const answer = await fetch(address, { headers: { 'accept-language': language } });
  const html = Buffer.from(await answer.arrayBuffer());
  const text = html.toString();
  const files = (pattern) => [...text.matchAll(pattern)].map(([, file]) => file);
  const tag = answer.headers.get('etag');
  const again = tag && (await fetch(address, { headers: { 'accept-language': language, 'if-none-match': tag } })).status;
  return {
    html: weight(html),
    css: await sum(address, files(/<link rel="stylesheet" href="([^"]+)"/g)),
    js: await sum(address, files(/<script[^>]*\ssrc="([^"]+)"/g)),
    again,
  };
};
