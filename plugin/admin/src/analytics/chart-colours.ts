import { useTheme } from 'styled-components';

/** The inks of charts: the portal's own tokens, in the theme that the admin shows. */
export interface ChartColours {
  accent: string;
  soft: string;
  second: string;
  line: string;
  muted: string;
  ink: string;
}

const light = { accent: 'oklch(47% .17 268)', soft: 'oklch(93% .035 268)', second: 'oklch(48% .11 70)' };
const dark = { accent: 'oklch(76% .12 268)', soft: 'oklch(34% .06 268)', second: 'oklch(84% .12 80)' };

/** Strapi's themes have no name; the dark one has another paper. */
export const useChartColours = (): ChartColours => {
  const { colors } = useTheme();
  const own = colors.neutral0.toLowerCase() === '#ffffff' ? light : dark;
  return { ...own, line: colors.neutral200, muted: colors.neutral600, ink: colors.neutral800 };
};
