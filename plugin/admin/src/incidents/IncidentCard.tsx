import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { DeskIncident, IncidentChange } from '../../../contracts/incidents';
import { useRefusals } from '../desk/use-refusals';
import { Card } from '../display/Card';
import { Moment } from '../display/Moment';
import { Problem } from '../display/Problem';
import { useWords } from '../use-words';
import { changeIncident } from './client';
import { IncidentNews } from './IncidentNews';
import { IncidentWords } from './IncidentWords';

interface Props {
  incident: DeskIncident;
  mayTell: boolean;
  onDone(): void;
}

const Said = ({ incident }: Pick<Props, 'incident'>) => {
  const say = useWords();
  return (
    <Flex tag="ol" direction="column" alignItems="stretch" gap={3}>
      {incident.updates.map(({ text, state, by, createdAt }) => (
        <Box key={createdAt} tag="li">
          <Typography tag="p">{text}</Typography>
          <Typography variant="pi" textColor="neutral600">
            {say(`trouble.${state}`)} · {by} · <Moment at={createdAt} />
          </Typography>
        </Box>
      ))}
      <Box tag="li">
        <Typography tag="p">{incident.text}</Typography>
        <Typography variant="pi" textColor="neutral600">
          <Moment at={incident.createdAt} />
        </Typography>
      </Box>
    </Flex>
  );
};

const Mend = ({ incident, onDone }: Omit<Props, 'mayTell'>) => {
  const say = useWords();
  const { title, text, categories } = incident;
  const [draft, setDraft] = useState<IncidentChange>({ title, text, categories });
  const sending = useRefusals();
  const save = async (): Promise<void> => {
    if (await sending.send(() => changeIncident(incident.id, draft))) onDone();
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {sending.problem && <Problem>{sending.problem}</Problem>}
      <IncidentWords value={draft} errorAt={sending.errorAt} onChange={(change) => setDraft((before) => ({ ...before, ...change }))} />
      <Flex>
        <Button variant="secondary" loading={sending.busy} onClick={() => void save()}>
          {say('action.save')}
        </Button>
      </Flex>
    </Flex>
  );
};

/** One incident: what was said, who has it, and what to say next. */
export const IncidentCard = ({ incident, mayTell, onDone }: Props) => {
  const say = useWords();
  const [mending, setMending] = useState(false);
  const done = (): void => {
    setMending(false);
    onDone();
  };
  const mend = mayTell && (
    <Button variant="tertiary" size="S" aria-label={`${say('incident.mend')}: ${incident.title}`} onClick={() => setMending(!mending)} aria-expanded={mending}>
      {say('incident.mend')}
    </Button>
  );
  return (
    <Card title={incident.title} action={mend}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Typography tag="p" textColor="neutral600">
          {say(`trouble.${incident.state}`)} · {say('incident.followers', { count: incident.followers })} · {say('incident.tickets', { count: incident.tickets })}
        </Typography>
        {mending ? <Mend incident={incident} onDone={done} /> : <Said incident={incident} />}
        {mayTell && !mending && <IncidentNews key={`${incident.id} ${incident.updatedAt}`} incident={incident} onDone={onDone} />}
      </Flex>
    </Card>
  );
};
