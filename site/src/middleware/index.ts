import { defineMiddleware } from 'astro:middleware';
import { readPostedForm } from '@features/forms/posted-form';
import { wordsFor } from '@i18n/index';
import { createPortalApi } from '../portal-api/client';
import { chatVisitorCookie } from '../portal-api/chat-visitor';
import { developmentHost } from '../portal-api/development-host';
import { formToken } from './csrf';
import { frameOf } from './frame';
import { enrolmentFor } from './enrolment';
import { withHeaders } from './headers';
import { toldLimits } from './limits';
import { languageOf } from './language';
import { lookOf } from './look';
import { isForeign } from './origin';

/** Everything a page stands on, in order: where from, who, which form; headers and cookies on the way out. */
export const onRequest = defineMiddleware(async ({ locals, request, url }, next) => {
  // A page that shows another one instead (404) comes here again: who reads it is known already.
  if (locals.api) return next();
  locals.host ??= developmentHost();
  const { host } = locals;
  const outgoing: string[] = [];
  let unenrolled = false;
  const limits = toldLimits();
  const cookie = request.headers.get('cookie');
  const forms = formToken(cookie, host.https);
  const language = languageOf(url.searchParams.get('language'), request.headers.get('accept-language'));

  Object.assign(locals, {
    brand: { name: host.look.name },
    palette: host.look.palette,
    features: { knowledgeBase: host.knowledgeBase, ticketSubmission: host.ticketSubmission, liveChat: host.chat.on },
    showroom: host.showroom,
    viewer: null,
    theme: host.look.mode,
    timeZone: 'UTC',
    language: language ?? 'en',
    csrf: forms.token,
    form: null,
    sameForAll: false,
  } satisfies Partial<App.Locals>);
  locals.frame = frameOf(locals);
  locals.api = createPortalApi({
    transport: host.transport,
    cookie,
    userAgent: request.headers.get('user-agent'),
    language,
    onCookies: (lines) => outgoing.push(...lines),
    onUnenrolled: () => {
      unenrolled = true;
    },
    onLimits: limits.note,
    onVisitor: (visitor) => outgoing.push(chatVisitorCookie(visitor, host.https)),
    onViewer: (viewer) => Object.assign(locals, { viewer, language: viewer.language, timeZone: viewer.timeZone, ...lookOf(viewer) }),
  });

  const { codes } = wordsFor(language).refusals;
  if (isForeign(request, host.origins)) return withHeaders(new Response(codes.origin_refused, { status: 403 }), [], host);
  const form = await readPostedForm(request, locals.csrf);
  if (form === 'too_large') return withHeaders(new Response(codes.body_too_large, { status: 413 }), [], host);
  locals.form = form;
  // A page may give up where it is refused; then as well the way is the one to a second factor.
  const answered = await next().catch((error: unknown) => {
    if (!unenrolled) throw error;
  });
  const response = unenrolled || !answered ? enrolmentFor(request, url) : answered;
  limits.tell(response);
  // A page that is the same for everybody may be kept anywhere: whoever keeps it must not get a cookie with it.
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html');
  if (forms.cookie && isPage && !locals.sameForAll) outgoing.push(forms.cookie);
  return withHeaders(response, outgoing, host);
});
