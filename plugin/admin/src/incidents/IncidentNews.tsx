import { Button, Flex } from '@strapi/design-system';
import { useState } from 'react';
import { incidentStates } from '../../../contracts/incidents';
import type { DeskIncident, IncidentState } from '../../../contracts/incidents';
import { useRefusals } from '../desk/use-refusals';
import { Choice } from '../display/Choice';
import { Line } from '../display/Line';
import { Problem } from '../display/Problem';
import { useWords } from '../use-words';
import { tellIncident } from './client';

/** Says what is new of an incident; it goes to every follower, and the button says to how many. */
export const IncidentNews = ({ incident, onDone }: { incident: DeskIncident; onDone(): void }) => {
  const say = useWords();
  const [text, setText] = useState('');
  const [state, setState] = useState<IncidentState>(incident.state);
  const sending = useRefusals();
  const tell = async (): Promise<void> => {
    if (!(await sending.send(() => tellIncident(incident.id, { text, state })))) return;
    setText('');
    onDone();
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {sending.problem && <Problem>{sending.problem}</Problem>}
      <Line multiline label={say('incident.news')} value={text} error={sending.errorAt('text')} onChange={setText} />
      <Choice<IncidentState> label={say('field.state')} value={state} options={incidentStates.map((value) => ({ value, label: say(`trouble.${value}`) }))} onChange={setState} />
      <Flex>
        <Button variant="secondary" loading={sending.busy} onClick={() => void tell()}>
          {say('incident.tell', { count: incident.followers })}
        </Button>
      </Flex>
    </Flex>
  );
};
