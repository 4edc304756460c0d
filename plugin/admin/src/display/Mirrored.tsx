import type { ComponentType } from 'react';
import { useIntl } from 'react-intl';
import { directionOf } from '../../../contracts/accounts';

type Loaded = () => Promise<{ default: ComponentType }>;

/** Runs the way that the language of the admin runs, which Strapi's own frame around it does not. Takes no place of its own. */
const Mirrored = ({ of: Inner }: { of: ComponentType }) => (
  <div dir={directionOf(useIntl().locale)} style={{ display: 'contents' }}>
    <Inner />
  </div>
);

/** A page or widget of ours that can be read from right to left. */
export const mirrored =
  (load: Loaded): Loaded =>
  async () => {
    const { default: Inner } = await load();
    return { default: () => <Mirrored of={Inner} /> };
  };
