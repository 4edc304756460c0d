import { createRequire } from 'node:module';
import { randomUUID } from 'node:crypto';

const require = createRequire(import.meta.url);
const seconds = Number(process.env.BENCH_SECONDS ?? 3);
const connections = 10;

const run = async (options, duration) => {
  const autocannon = require('autocannon');
  const { requests, latency, non2xx, errors, timeouts } = await autocannon({ connections, duration, ...options });
  return { perSecond: requests.total / duration, total: requests.total, p50: latency.p50, p99: latency.p99, refused: non2xx + errors + timeouts };
};

const warm = new Set();

/** Requests a second of one address with 10 connections, the first time after a warm-up; `absent` where the page does not exist. */
export const measure = async (url, headers = {}) => {
  const probe = await fetch(url, { headers, redirect: 'manual' });
  await probe.arrayBuffer();
  if (probe.status >= 300) return { absent: `answers ${probe.status}` };
  if (!warm.has(url)) await run({ url, headers }, 2);
  warm.add(url);
  return run({ url, headers }, seconds);
};

/** Tickets sent a second by 10 clients, each send with its own key, by customers in turn. */
export const measureSending = async (origin, cookies) => {
  let sent = 0;
  const setupRequest = (request) => {
    sent += 1;
    const body = JSON.stringify({ subject: `Sent under load ${sent}`, body: 'The parcel has not arrived. What can I do?', category: 'bench' });
    return { ...request, body, headers: { ...request.headers, cookie: cookies[sent % cookies.length], 'idempotency-key': randomUUID() } };
  };
  const options = { url: `${origin}/api/portal/tickets`, requests: [{ method: 'POST', headers: { 'content-type': 'application/json' }, setupRequest }] };
  if (!warm.has(origin)) await run(options, 2);
  warm.add(origin);
  return run(options, seconds);
};
