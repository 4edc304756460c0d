import { Box } from '@strapi/design-system';
import { styled } from 'styled-components';

/** Whose words these are: a customer's, an agent's to the customer, or among agents. */
export type Tone = 'customer' | 'agent' | 'note';

const inks = { agent: 'primary500', note: 'warning500' } as const;

/**
 * The ground under a message. Mixed from the theme, because Strapi's pale tones are all the same grey in
 * its dark mode, and a note that looks like a reply is how secrets get out.
 */
export const Paper = styled(Box)<{ $tone: Tone }>`
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  ${({ theme, $tone }) =>
    $tone !== 'customer' &&
    `
    border-inline-start: 4px solid ${theme.colors[inks[$tone]]};
    background: color-mix(in srgb, ${theme.colors[inks[$tone]]} ${$tone === 'note' ? 14 : 7}%, ${theme.colors.neutral0});
  `}
`;
