import http from 'node:http';
import https from 'node:https';
import { pipeline } from 'node:stream';
import type { IncomingMessage, ServerResponse } from 'node:http';

const passedOn = ['content-type', 'content-length', 'content-disposition', 'content-security-policy', 'x-content-type-options', 'cache-control', 'referrer-policy', 'x-robots-tag'];

/**
 * Pipes a file from Strapi to the browser with back-pressure; Astro's own responses have none. Anything but
 * the file itself (signed out, not theirs) is left to the pages. `path` is that of the file, below the API as below the portal.
 */
export const pipeDownload = (apiUrl: string, path: string, request: IncomingMessage, response: ServerResponse, otherwise: () => void): void => {
  const url = new URL(`/api/portal${path}`, apiUrl);
  const get = url.protocol === 'https:' ? https.get : http.get;
  const call = get(url, { headers: { cookie: request.headers.cookie ?? '' } }, (file) => {
    if (file.statusCode !== 200) {
      file.resume();
      return otherwise();
    }
    for (const name of passedOn) if (file.headers[name] !== undefined) response.setHeader(name, file.headers[name]);
    pipeline(file, response, () => undefined);
  });
  call.on('error', () => response.writeHead(502).end('The file could not be fetched. Try again in a few minutes.'));
};
