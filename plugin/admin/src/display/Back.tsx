import { BackButton } from '@strapi/strapi/admin';
import { styled } from 'styled-components';

// Strapi's arrow points to the left, which is forwards where lines begin at the right.
const Turned = styled.span`
  [dir='rtl'] & svg {
    transform: scaleX(-1);
  }
`;

/** The way back to the page that somebody came from, or to `fallback`. */
export const Back = ({ fallback }: { fallback: string }) => (
  <Turned>
    <BackButton fallback={fallback} />
  </Turned>
);
