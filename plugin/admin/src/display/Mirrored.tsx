import type { ComponentType } from 'react';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import { directionOf } from '../../../contracts/accounts';

type Loaded = () => Promise<{ default: ComponentType }>;

// Selects of the design system say of themselves that they run from left to right.
const Frame = styled.div`
  display: contents;

  &[dir='rtl'] [role='combobox'] {
    direction: rtl;
  }
`;

/** Runs the way that the language of the admin runs, which Strapi's own frame around it does not. Takes no place of its own. */
const Mirrored = ({ of: Inner }: { of: ComponentType }) => (
  <Frame dir={directionOf(useIntl().locale)}>
    <Inner />
  </Frame>
);

/** A page or widget of ours that can be read from right to left. */
export const mirrored =
  (load: Loaded): Loaded =>
  // Not an async function: Strapi warns of each, and will not take them for ever.
  () => load().then(({ default: Inner }) => ({ default: () => <Mirrored of={Inner} /> }));
