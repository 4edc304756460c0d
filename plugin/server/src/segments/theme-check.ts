import type { FileSegment } from '../../../contracts/configured-segments';
import type { FieldError } from '../../../contracts/platform';
import type { PolicyOverrides } from '../../../contracts/policy';
import type { ThemeCheck } from '../../../contracts/settings';
import { contrastIn, least, nearestAllowed, ownPalette, paletteOf, schemeOf } from './palette';
import { chainOf } from './resolve-policy';

/** Whether an accent can be read as it is in its own theme (WCAG AA), the nearest that can, and the shades that pages show of it; '' is the portal's own. */
export const checkTheme = (accent: string, mode: 'auto' | 'light' | 'dark'): ThemeCheck => {
  const scheme = schemeOf(mode);
  const shades = accent === '' ? ownPalette() : paletteOf(accent);
  const nearest = accent === '' ? '' : nearestAllowed(accent, mode);
  return { allowed: nearest === accent, nearest, scheme, contrast: contrastIn(scheme, accent || shades[scheme].accent), ...shades };
};

/**
 * The fault of an accent that cannot be read as it is in its own theme, with the nearest that can. For whoever sets
 * the colour; where one is inherited, or for the other theme, the shades that pages show are adapted instead (decision 032).
 */
export const accentFault = ({ 'theme.accent': accent, 'theme.mode': mode }: PolicyOverrides): FieldError[] => {
  if (!accent) return [];
  const { allowed, nearest, scheme, contrast } = checkTheme(accent, mode ?? 'auto');
  const message = `Words in ${accent} have ${contrast}:1 in the ${scheme} theme, and WCAG AA asks for ${least}:1. The nearest colour that can be read there: ${nearest}`;
  return allowed ? [] : [{ path: 'changes.theme.accent', rule: 'not_allowed', message, suggestion: nearest }];
};

/** The same for config/plugins.ts: each place of it that sets a colour, with the mode that the file says holds there. */
export const configuredAccentFaults = (theme: { mode: 'auto' | 'light' | 'dark'; accent: string }, segments: FileSegment[]): { path: string; message: string }[] => {
  const byName = new Map(segments.map((each) => [each.name, each]));
  const modeOf = (name: string): 'auto' | 'light' | 'dark' => chainOf(byName, name).reduce((mode, { overrides }) => overrides['theme.mode'] ?? mode, theme.mode);
  const set = [{ path: 'theme.accent', accent: theme.accent, mode: theme.mode }, ...segments.map(({ name, overrides }) => ({ path: `segments.${name}.theme.accent`, accent: overrides['theme.accent'] ?? '', mode: modeOf(name) }))];
  return set.flatMap(({ path, accent, mode }) => accentFault({ 'theme.accent': accent, 'theme.mode': mode }).map(({ message }) => ({ path, message })));
};
