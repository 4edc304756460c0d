import { Checkbox, Flex, Typography } from '@strapi/design-system';
import type { JoinedTicket } from '../../../contracts/merging';
import { useWords } from '../use-words';

interface Props {
  tickets: JoinedTicket[];
  chosen: string[];
  onChange(references: string[]): void;
}

/** To whom a reply goes beside the requester: to each on his own ticket. Nobody is chosen until the agent does. */
export const AlsoTo = ({ tickets, chosen, onChange }: Props) => {
  const say = useWords();
  const open = tickets.filter(({ state }) => state !== 'closed');
  if (open.length === 0) return null;
  const turn = (reference: string, on: boolean): void => onChange(on ? [...chosen, reference] : chosen.filter((each) => each !== reference));
  return (
    <Flex tag="fieldset" direction="column" alignItems="flex-start" gap={2} padding={0} margin={0} borderStyle="none">
      <Typography tag="legend" variant="pi" fontWeight="bold">
        {say('reply.alsoTo')}
      </Typography>
      {open.map(({ reference, requester }) => (
        <Checkbox key={reference} checked={chosen.includes(reference)} onCheckedChange={(checked) => turn(reference, checked === true)}>
          {say('reply.alsoToOne', { name: requester.name, reference })}
        </Checkbox>
      ))}
    </Flex>
  );
};
