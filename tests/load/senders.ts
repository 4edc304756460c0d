import { randomUUID } from 'node:crypto';
import { demoPassword } from '../support/people';
import type { RunningApp } from '../support/running-app';

/** One send and what is known of it; `reference` once the server has answered. */
export interface Sending {
  key: string;
  subject: string;
  reference: string | null;
}

/** Requests that nobody has sent yet, each with its own key and subject. */
export const newSendings = (count: number): Sending[] =>
  Array.from({ length: count }, (_, n) => {
    const key = randomUUID();
    return { key, subject: `Kill test ${n} ${key.slice(0, 8)}`, reference: null };
  });

/** Signs the demo's first customer in and answers her cookie. */
export const signInByApi = async ({ url }: RunningApp, email = 'cora@example.com'): Promise<string> => {
  const answer = await fetch(`${url}/api/portal/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: demoPassword }),
  });
  if (answer.status !== 200) throw new Error(`${email} could not sign in: ${answer.status} ${await answer.text()}`);
  return answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
};

/** Sends one request; writes the reference into `sending` only when a success was answered whole. */
export const send = async ({ url }: RunningApp, cookie: string, category: string, sending: Sending): Promise<void> => {
  const answer = await fetch(`${url}/api/portal/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, 'idempotency-key': sending.key },
    body: JSON.stringify({ subject: sending.subject, body: `The text of ${sending.key}.`, category }),
  });
  const { data, error } = (await answer.json()) as { data: { reference: string } | null; error?: unknown };
  if (!data) throw new Error(`Refused with ${answer.status}: ${JSON.stringify(error)}`);
  sending.reference = data.reference;
};
