import type { APIRoute } from 'astro';
import code from 'virtual:chat-widget';
import { widgetData } from '@features/chat/widget/served-data';

/** The one script that another site loads. Made for this portal: it knows where it is from, its words and colours. */
export const GET: APIRoute = ({ locals: { host } }) => {
  if (!host.chat.on || host.chat.origins.length === 0) return new Response(null, { status: 404 });
  const body = `(()=>{const portalWidget=${JSON.stringify(widgetData(host))};${code}})();\n`;
  return new Response(body, { headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'public, max-age=600', 'Cross-Origin-Resource-Policy': 'cross-origin' } });
};
