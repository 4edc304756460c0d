import type { Me } from '@contracts/accounts';

type Look = Pick<App.Locals, 'theme' | 'brand' | 'palette' | 'features'>;

/** How the portal looks to a customer: his own choice of light or dark before his segment's, all else as the segment has it. */
export const lookOf = ({ theme, policy }: Me): Look => ({
  theme: theme === 'auto' ? policy.theme.mode : theme,
  brand: { name: policy.theme.name },
  palette: policy.theme.palette,
  features: policy.features,
});
