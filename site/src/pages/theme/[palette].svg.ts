import type { APIRoute } from 'astro';
import { brandIcon } from '@features/theme/brand-styles';

/** The portal's sign in the colours that an address names. The same address is always the same. */
export const GET: APIRoute = ({ params, url }) => {
  const icon = brandIcon(params['palette'] ?? '', url.searchParams.get('purpose') === 'maskable' ? 'maskable' : 'any');
  if (icon === null) return new Response(null, { status: 404 });
  return new Response(icon, { headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=31536000, immutable' } });
};
