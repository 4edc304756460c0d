import { clampChroma, converter, formatHex, wcagContrast } from 'culori';
import type { Oklch } from 'culori';

/** The colours of one theme, as `#rrggbb`. */
export interface Shades {
  accent: string;
  strong: string;
  on: string;
  soft: string;
}
export interface Palette {
  light: Shades;
  dark: Shades;
}
export type Scheme = keyof Palette;

/** What words in the accent stand on: site/src/styles/tokens.css, which a test compares. */
export const grounds: Record<Scheme, Record<string, string>> = {
  light: { background: 'oklch(98.6% 0.004 95)', surface: 'oklch(100% 0 0)', sunken: 'oklch(96.6% 0.006 95)', 'good-soft': 'oklch(95.5% 0.035 155)', 'warn-soft': 'oklch(95.2% 0.045 82)', 'danger-soft': 'oklch(96.5% 0.016 25)' },
  dark: { background: 'oklch(19% 0.016 265)', surface: 'oklch(23.5% 0.018 265)', sunken: 'oklch(21% 0.016 265)', 'good-soft': 'oklch(28% 0.04 160)', 'warn-soft': 'oklch(29% 0.04 75)', 'danger-soft': 'oklch(27% 0.045 25)' },
};
/** The portal's own colours, of the same file. */
export const own: Record<Scheme, Record<keyof Shades, string>> = {
  light: { accent: 'oklch(47% 0.17 268)', strong: 'oklch(40% 0.16 268)', on: 'oklch(100% 0 0)', soft: 'oklch(95.5% 0.022 268)' },
  dark: { accent: 'oklch(76% 0.12 268)', strong: 'oklch(83% 0.09 268)', on: 'oklch(18% 0.03 268)', soft: 'oklch(30% 0.05 268)' },
};
/** WCAG 2.2 AA for words. */
export const least = 4.5;
const step = 0.004;

const oklch = converter('oklch');
const shown = (colour: Oklch): string => formatHex(clampChroma(colour, 'oklch')) ?? '#000000';
/** The hue of a grey is none; any will do where there is no chroma. */
const parts = (hex: string): Oklch => ({ ...(oklch(hex) ?? { mode: 'oklch', l: 0, c: 0 }), mode: 'oklch' });
const softOf = (scheme: Scheme, { c, h }: Oklch): string => {
  const [l, most] = scheme === 'light' ? [0.955, 0.022] : [0.3, 0.05];
  return shown({ mode: 'oklch', l, c: Math.min(c, most), ...(h === undefined ? {} : { h }) });
};
const contrast = (front: string, backs: string[]): number => Math.min(...backs.map((back) => wcagContrast(front, formatHex(back) ?? back)));

const backsOf = (scheme: Scheme, hex: string): string[] => [...Object.values(grounds[scheme]), softOf(scheme, parts(hex))];

/** The theme in which an accent is used as it is. In the other one no colour that can be read here could be read. */
export const schemeOf = (mode: 'auto' | 'light' | 'dark'): Scheme => (mode === 'dark' ? 'dark' : 'light');
/** How well words in a colour can be told from the worst ground of a theme; 4.5 is enough. Cut, so that it never sounds better than it is. */
export const contrastIn = (scheme: Scheme, hex: string): number => Math.floor(contrast(hex, backsOf(scheme, hex)) * 10) / 10;

/** The colour itself where everybody can read it in this theme, else the nearest of its hue that they can. */
const readable = (scheme: Scheme, hex: string): string => {
  const colour = parts(hex);
  const backs = backsOf(scheme, hex);
  if (contrast(hex, backs) >= least) return hex;
  const towards = scheme === 'light' ? -step : step;
  for (let l = colour.l; l >= 0 && l <= 1; l += towards) {
    const candidate = shown({ ...colour, l });
    if (contrast(candidate, backs) >= least) return candidate;
  }
  return scheme === 'light' ? '#000000' : '#ffffff';
};

const shadesOf = (scheme: Scheme, hex: string): Shades => {
  const accent = readable(scheme, hex);
  const colour = parts(accent);
  const strong = shown({ ...colour, l: scheme === 'light' ? Math.max(0, colour.l - 0.07) : Math.min(1, colour.l + 0.07) });
  return { accent, strong, on: scheme === 'light' ? '#ffffff' : shown({ ...colour, l: 0.18, c: Math.min(colour.c, 0.03) }), soft: softOf(scheme, parts(hex)) };
};

/** The colours of both themes around an accent: every one of them can be read wherever the portal uses it. */
export const paletteOf = (accent: string): Palette => ({ light: shadesOf('light', accent), dark: shadesOf('dark', accent) });

const hexOf = (colour: string): string => formatHex(colour) ?? colour;
const ownShades = ({ accent, strong, on, soft }: Shades): Shades => ({ accent: hexOf(accent), strong: hexOf(strong), on: hexOf(on), soft: hexOf(soft) });
/** The colours where no accent is set. */
export const ownPalette = (): Palette => ({ light: ownShades(own.light), dark: ownShades(own.dark) });

/** The nearest colour to an accent that can be read in the theme it is meant for; the same one where it can be. */
export const nearestAllowed = (accent: string, mode: 'auto' | 'light' | 'dark'): string => readable(schemeOf(mode), accent);

const names = new Map<string, string>();
const mostNames = 200;

/** Eight colours in one word, of which the site makes a stylesheet; null for the portal's own. */
export const paletteName = (accent: string): string | null => {
  if (accent === '') return null;
  const known = names.get(accent);
  if (known) return known;
  const name = Object.values(paletteOf(accent)).flatMap((shades: Shades) => [shades.accent, shades.strong, shades.on, shades.soft]).map((hex) => hex.slice(1)).join('-');
  if (names.size >= mostNames) names.clear();
  names.set(accent, name);
  return name;
};
