import type { APIRoute } from 'astro';
import { keptMails } from './mails';

/** The mailbox for programs: newest first. 404 where mails are really sent. */
export const GET: APIRoute = async ({ locals }) => {
  const mails = locals.showroom ? await keptMails(locals.api) : null;
  if (!mails) return new Response('Not found', { status: 404 });
  return Response.json(mails.map(({ createdAt: _when, ...mail }) => mail));
};
