import { Button, Flex } from '@strapi/design-system';
import { useState } from 'react';
import type { IncidentChange } from '../../../contracts/incidents';
import { useRefusals } from '../desk/use-refusals';
import { Card } from '../display/Card';
import { Problem } from '../display/Problem';
import { useWords } from '../use-words';
import { declareIncident } from './client';
import { IncidentWords } from './IncidentWords';

const empty: IncidentChange = { title: '', text: '', categories: [] };

/** Tells customers of a new incident. */
export const NewIncident = ({ onDone }: { onDone(): void }) => {
  const say = useWords();
  const [draft, setDraft] = useState(empty);
  const sending = useRefusals();
  const declare = async (): Promise<void> => {
    if (!(await sending.send(() => declareIncident({ ...draft, state: 'investigating' })))) return;
    setDraft(empty);
    onDone();
  };
  return (
    <Card title={say('incident.new')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {sending.problem && <Problem>{sending.problem}</Problem>}
        <IncidentWords value={draft} errorAt={sending.errorAt} onChange={(change) => setDraft((before) => ({ ...before, ...change }))} />
        <Flex>
          <Button loading={sending.busy} onClick={() => void declare()}>
            {say('incident.declare')}
          </Button>
        </Flex>
      </Flex>
    </Card>
  );
};
