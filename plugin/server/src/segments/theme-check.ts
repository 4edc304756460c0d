import type { FieldError } from '../../../contracts/platform';
import type { PolicyOverrides } from '../../../contracts/policy';
import type { ThemeCheck } from '../../../contracts/settings';
import { nearestAllowed, paletteOf } from './palette';

/** Whether an accent can be read where a theme puts it (WCAG AA), the nearest that can, and all shades of it. */
export const checkTheme = (accent: string, mode: 'auto' | 'light' | 'dark'): ThemeCheck => {
  const nearest = nearestAllowed(accent, mode);
  return { allowed: nearest === accent, nearest, ...paletteOf(accent) };
};

/** The fault of an accent that cannot be read in its theme; it names the nearest colour that can. */
export const accentFault = ({ 'theme.accent': accent, 'theme.mode': mode }: PolicyOverrides): FieldError[] => {
  if (!accent) return [];
  const { allowed, nearest } = checkTheme(accent, mode ?? 'auto');
  return allowed ? [] : [{ path: 'changes.theme.accent', rule: 'not_allowed', message: `Words in ${accent} cannot be read (WCAG AA asks for 4.5:1). The nearest colour that can be: ${nearest}` }];
};
