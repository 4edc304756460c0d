import { Box, Button, Flex, MenuItem, SimpleMenu, TextInput, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { Agent, TicketChange } from '../../../contracts/desk';
import { priorities, ticketStates } from '../../../contracts/tickets';
import { snoozeEnd, snoozeSpans } from '../desk/snooze-times';
import type { Rights } from '../desk/use-rights';
import { useWords } from '../use-words';
import { Failed } from './Failed';
import type { Bulk } from './use-bulk';
import type { Selection } from './use-selection';

interface Choice {
  label: string;
  change: TicketChange;
}

const Choices = ({ label, choices, disabled, onChoose }: { label: string; choices: Choice[]; disabled: boolean; onChoose(change: TicketChange): void }) => (
  <SimpleMenu label={label} variant="tertiary" disabled={disabled}>
    {choices.map((choice) => (
      <MenuItem key={choice.label} onSelect={() => onChoose(choice.change)}>
        {choice.label}
      </MenuItem>
    ))}
  </SimpleMenu>
);

const TagForm = ({ disabled, onChoose }: { disabled: boolean; onChoose(change: TicketChange): void }) => {
  const say = useWords();
  const [tag, setTag] = useState('');
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (tag.trim() !== '') onChoose({ addTags: [tag] });
    setTag('');
  };
  return (
    <Flex tag="form" gap={1} onSubmit={add}>
      <Box width="14rem">
        <TextInput aria-label={say('tags.add')} placeholder={say('tags.add')} size="S" value={tag} disabled={disabled} onChange={(event) => setTag(event.target.value)} />
      </Box>
      <Button type="submit" variant="tertiary" disabled={disabled}>
        {say('tags.put')}
      </Button>
    </Flex>
  );
};

const useChoices = (agents: Agent[]): Record<'assignee' | 'state' | 'priority' | 'snooze', Choice[]> => {
  const say = useWords();
  return {
    assignee: [{ label: say('assignee.nobody'), change: { assignee: null } }, ...agents.map(({ id, name }) => ({ label: name, change: { assignee: id } }))],
    state: ticketStates.map((state) => ({ label: say(`state.${state}`), change: { state } })),
    priority: priorities.map((priority) => ({ label: say(`priority.${priority}`), change: { priority } })),
    snooze: [...snoozeSpans.map((span) => ({ label: say(`snooze.${span}`), change: { snoozeUntil: snoozeEnd(span, new Date()).toISOString() } })), { label: say('snooze.end'), change: { snoozeUntil: null } }],
  };
};

/** What can be done with all chosen tickets at once. */
export const BulkBar = ({ selection, bulk, rights, agents }: { selection: Selection; bulk: Bulk; rights: Rights; agents: Agent[] }) => {
  const say = useWords();
  const choices = useChoices(agents);
  const apply = (change: TicketChange): void => void bulk.change(selection.chosen, change);
  const fixed = bulk.busy || !rights.update;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} paddingBottom={selection.chosen.length > 0 || bulk.failed.length > 0 ? 3 : 0}>
      <Typography role="status" fontWeight="bold">
        {bulk.busy ? say('bulk.working') : selection.chosen.length > 0 ? say('bulk.chosen', { count: selection.chosen.length }) : ''}
      </Typography>
      {selection.chosen.length > 0 && (
        <Flex gap={2} wrap="wrap" role="toolbar" aria-label={say('bulk.title')}>
          <Choices label={say('field.assignee')} choices={choices.assignee} disabled={bulk.busy || !rights.assign} onChoose={apply} />
          <Choices label={say('field.state')} choices={choices.state} disabled={fixed} onChoose={apply} />
          <Choices label={say('field.priority')} choices={choices.priority} disabled={fixed} onChoose={apply} />
          <Choices label={say('snooze.title')} choices={choices.snooze} disabled={fixed} onChoose={apply} />
          <TagForm disabled={fixed} onChoose={apply} />
          <Button variant="ghost" onClick={selection.clear}>
            {say('bulk.clear')}
          </Button>
        </Flex>
      )}
      <Failed failed={bulk.failed} onRead={bulk.forget} />
    </Flex>
  );
};
