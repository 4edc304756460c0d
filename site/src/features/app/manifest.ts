import { directionOf } from '@contracts/accounts';
import type { Language } from '@contracts/accounts';
import { ownAccent } from '@contracts/policy';
import { brandIcon, accentOf } from '@features/theme/brand-styles';
import { wordsFor } from '@i18n/index';
import { path } from '@layouts/paths';

interface App {
  name: string;
  language: Language;
  /** Names the colours; null for the portal's own. */
  palette: string | null;
}
interface Icon {
  src: string;
  sizes: string;
  type: string;
  purpose: 'any' | 'maskable';
}

const own: Icon[] = [
  ...([192, 512] as const).map((side): Icon => ({ src: path(`/icons/icon-${side}.png`), sizes: `${side}x${side}`, type: 'image/png', purpose: 'any' })),
  { src: path('/icons/icon-maskable-512.png'), sizes: '512x512', type: 'image/png', purpose: 'maskable' },
];
// Pictures of pixels have one colour; the drawing has any.
const branded = (palette: string): Icon[] => (['any', 'maskable'] as const).map((purpose) => ({ src: path(`/theme/${palette}.svg?purpose=${purpose}`), sizes: 'any', type: 'image/svg+xml', purpose }));

/** What a browser needs to install the portal (W3C manifest): name, colours and icons of the brand, in one language. */
export const manifestOf = ({ name, language, palette }: App): object => {
  const words = wordsFor(language);
  const known = palette !== null && brandIcon(palette, 'any') !== null ? palette : null;
  return {
    id: path('/'),
    name,
    short_name: name.length > 12 ? (name.split(' ')[0] ?? name) : name,
    description: words.home.leadGuest,
    lang: language,
    dir: directionOf(language),
    start_url: path('/dashboard'),
    scope: path('/'),
    display: 'standalone',
    background_color: '#fbfaf7',
    theme_color: known === null ? ownAccent : accentOf(known),
    icons: known === null ? own : branded(known),
    shortcuts: [{ name: words.home.newRequest, url: path('/requests/new') }, { name: words.frame.requests, url: path('/requests') }],
  };
};
