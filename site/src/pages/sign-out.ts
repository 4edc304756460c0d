import type { APIRoute } from 'astro';
import { path } from '@layouts/paths';

/** Ends the session. A stale token changes nothing: the page it came from is shown again. */
export const POST: APIRoute = async ({ locals, redirect }) => {
  if (!locals.form || locals.form.stale) return redirect(path('/'), 303);
  await locals.api.send('POST', '/auth/logout');
  return redirect(path('/sign-in?done=signed-out'), 303);
};
