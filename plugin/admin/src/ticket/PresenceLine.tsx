import { Typography } from '@strapi/design-system';
import type { Presence } from '../../../contracts/desk';
import { useWords } from '../use-words';

/** Who else has this ticket on the screen; told to screen readers when it changes. */
export const PresenceLine = ({ others }: { others: Presence['others'] }) => {
  const say = useWords();
  return (
    <Typography role="status" variant="pi" fontWeight="bold" textColor="warning700">
      {others.map(({ name, writing }) => say(writing ? 'presence.writing' : 'presence.looking', { name })).join(' · ')}
    </Typography>
  );
};
