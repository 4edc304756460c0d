import { createHmac, timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { webhookPayload } from '../../plugin/contracts/webhooks';
import type { WebhookPayload } from '../../plugin/contracts/webhooks';

/** A message as it arrived. */
export interface Told {
  headers: http.IncomingHttpHeaders;
  body: string;
  payload: WebhookPayload;
}
/** Another system that wants to be told. */
export interface WebhookReceiver {
  host: string;
  url: string;
  told: Told[];
  /** What it answers, one after the other; 204 once they are used up. */
  answers: { status: number; headers?: Record<string, string> }[];
  stop(): Promise<void>;
}

/** Whether a message is from whoever has the secret, as docs/WEBHOOKS.md shows it. */
export const isGenuine = (secret: string, { headers, body }: Pick<Told, 'headers' | 'body'>, moment = Date.now()): boolean => {
  const id = String(headers['webhook-id']);
  const second = Number(headers['webhook-timestamp']);
  if (!Number.isInteger(second) || Math.abs(moment / 1000 - second) > 300) return false;
  const expected = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64')).update(`${id}.${second}.${body}`).digest();
  return String(headers['webhook-signature']).split(' ').some((each) => {
    const [version, given = ''] = each.split(',');
    const bytes = Buffer.from(given, 'base64');
    return version === 'v1' && bytes.length === expected.length && timingSafeEqual(bytes, expected);
  });
};

/** Starts one; every message must have the form of the contract, and no key besides. */
export const startWebhookReceiver = async (): Promise<WebhookReceiver> => {
  const told: Told[] = [];
  const answers: WebhookReceiver['answers'] = [];
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      told.push({ headers: request.headers, body, payload: webhookPayload.parse(JSON.parse(body)) });
      const { status, headers } = answers.shift() ?? { status: 204 };
      response.writeHead(status, headers).end();
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => void server.close(resolve));
  };
  return { host, url: `http://${host}/portal-news`, told, answers, stop };
};
