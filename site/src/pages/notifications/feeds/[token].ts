import type { APIRoute } from 'astro';
import type { NotificationFeed } from '@contracts/notifications';
import { notificationFeed } from '@features/notifications/feed';

/** The feed of whoever made this address; 404 once it was taken back. Kept by nobody on the way. */
export const GET: APIRoute = async ({ locals, params }) => {
  const token = params['token'] ?? '';
  const answer = await locals.api.get<NotificationFeed>(`/notifications/feeds/${encodeURIComponent(token)}`);
  if (!answer.ok) return new Response(null, { status: answer.status });
  const body = notificationFeed(answer.data, { token, origin: locals.host.origins[0] ?? '', brand: locals.brand.name });
  return new Response(body, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8', 'Cache-Control': 'private, no-cache', 'X-Robots-Tag': 'noindex' } });
};
