import type { APIRoute } from 'astro';
import { brandStyles } from '@features/theme/brand-styles';

/** The colours that an address names, as a stylesheet: the policy of our pages allows no others. The same address is always the same. */
export const GET: APIRoute = ({ params }) => {
  const styles = brandStyles(params['palette'] ?? '');
  if (styles === null) return new Response(null, { status: 404 });
  return new Response(styles, { headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=31536000, immutable' } });
};
