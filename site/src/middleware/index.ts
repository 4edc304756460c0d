import { defineMiddleware } from 'astro:middleware';
import { readPostedForm } from '@features/forms/posted-form';
import { createPortalApi } from '../portal-api/client';
import { developmentHost } from '../portal-api/development-host';
import { csrfToken } from './csrf';
import { withHeaders } from './headers';
import { languageOf } from './language';
import { isForeign } from './origin';

/** Everything a page stands on, in order: where from, who, which form; headers and cookies on the way out. */
export const onRequest = defineMiddleware(async ({ locals, request, cookies }, next) => {
  locals.host ??= developmentHost();
  const { host } = locals;
  const outgoing: string[] = [];
  const cookie = request.headers.get('cookie');

  Object.assign(locals, {
    brand: { name: host.brand },
    showroom: host.showroom,
    viewer: null,
    theme: 'auto',
    timeZone: 'UTC',
    language: languageOf(request.headers.get('accept-language')),
    csrf: csrfToken(cookies, cookie, host.https),
    form: null,
  } satisfies Partial<App.Locals>);
  locals.api = createPortalApi({
    transport: host.transport,
    cookie,
    onCookies: (lines) => outgoing.push(...lines),
    onViewer: (viewer) => Object.assign(locals, { viewer, language: viewer.language, timeZone: viewer.timeZone, theme: viewer.theme }),
  });

  if (isForeign(request, host.origins)) return withHeaders(new Response('This form came from another site. Nothing was changed.', { status: 403 }), [], host.https);
  const form = await readPostedForm(request, locals.csrf);
  if (form === 'too_large') return withHeaders(new Response('This form is too large. Go back and shorten the text; nothing was changed.', { status: 413 }), [], host.https);
  locals.form = form;
  return withHeaders(await next(), outgoing, host.https);
});
