import type { APIRoute } from 'astro';
import { keptMails } from './mails';

/** A mail brings its own styles. It runs nothing, loads nothing from elsewhere, and its links lead away by a click only. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; sandbox allow-popups allow-top-navigation-by-user-activation";

/** One mail as a mail program shows it, by its id in `id`. 404 where mails are really sent, and for one that is not there. */
export const GET: APIRoute = async ({ locals, url }) => {
  const mails = locals.showroom ? await keptMails(locals.api) : null;
  const mail = mails?.find(({ messageId }) => messageId === url.searchParams.get('id'));
  if (!mail) return new Response(null, { status: 404 });
  return new Response(mail.html, { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy } });
};
