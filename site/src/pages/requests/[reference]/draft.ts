import type { APIRoute } from 'astro';
import { keepReply } from '@features/requests/reply-form';

/** Keeps a reply while it is written. */
export const POST: APIRoute = async ({ locals: { form, api }, params }) => {
  if (form) await keepReply(api, (params['reference'] ?? '').toUpperCase(), form);
  return new Response(null, { status: 204 });
};
