import { Typography } from '@strapi/design-system';
import type { Priority } from '../../../contracts/tickets';
import { useWords } from '../use-words';

/** A ticket's priority; only what is urgent stands out. */
export const PriorityWord = ({ priority }: { priority: Priority }) => {
  const say = useWords();
  const stands = priority === 'urgent' || priority === 'high';
  return (
    <Typography variant="pi" fontWeight={stands ? 'bold' : undefined} textColor={priority === 'urgent' ? 'danger700' : 'neutral800'}>
      {say(`priority.${priority}`)}
    </Typography>
  );
};
