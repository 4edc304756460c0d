import { Button, Flex } from '@strapi/design-system';
import { useAuth } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { Agent, DeskCategory, DeskTicketDetail } from '../../../contracts/desk';
import { priorities, ticketStates } from '../../../contracts/tickets';
import { categoryOptions } from '../desk/category-tree';
import { listAgents, listCategories } from '../desk/client';
import { useLoaded } from '../desk/use-loaded';
import type { Rights } from '../desk/use-rights';
import { Card } from '../display/Card';
import { Choice } from '../display/Choice';
import { useWords } from '../use-words';
import { MergeTicket } from './MergeTicket';
import { Snooze } from './Snooze';
import { TicketTags } from './TicketTags';
import type { ChangeTicket } from './use-ticket-change';

interface Props {
  ticket: DeskTicketDetail;
  rights: Rights;
  saving: boolean;
  onChange: ChangeTicket;
}
interface Option {
  value: string;
  label: string;
}

const nobody = 'nobody';

/** The options, with the present value first where it is no longer offered (a category switched off, an agent who left). */
const including = (options: Option[], value: string, label: string): Option[] =>
  options.some((option) => option.value === value) ? options : [{ value, label }, ...options];

const Assignee = ({ ticket, agents, disabled, onChange }: { ticket: DeskTicketDetail; agents: Agent[]; disabled: boolean; onChange(id: number | null): void }) => {
  const say = useWords();
  const me = useAuth('TicketControls', (state) => state.user?.id);
  const { assignee } = ticket;
  const people = including(agents.map(({ id, name }) => ({ value: String(id), label: name })), assignee ? String(assignee.id) : nobody, assignee?.name ?? say('assignee.nobody'));
  const options = including(people, nobody, say('assignee.nobody'));
  return (
    <>
      <Choice label={say('field.assignee')} value={assignee ? String(assignee.id) : nobody} options={options} disabled={disabled} onChange={(value) => onChange(value === nobody ? null : Number(value))} />
      {me !== undefined && assignee?.id !== Number(me) && (
        <Button variant="secondary" fullWidth disabled={disabled} onClick={() => onChange(Number(me))}>
          {say('assignee.me')}
        </Button>
      )}
    </>
  );
};

const useCategories = (): DeskCategory[] => useLoaded(useCallback((signal: AbortSignal) => listCategories(signal), [])).value ?? [];
const useAgents = (): Agent[] => useLoaded(useCallback((signal: AbortSignal) => listAgents(signal), [])).value ?? [];

/** State, priority, category, assignee, tags and snooze; each is saved as soon as it is chosen. */
export const TicketControls = ({ ticket, rights, saving, onChange: change }: Props) => {
  const say = useWords();
  const categories = useCategories();
  const agents = useAgents();
  const fixed = !rights.update;
  const kinds = including(categoryOptions(categories), ticket.category.slug, ticket.category.name);
  return (
    <Card title={say('ticket.details')}>
      <Flex direction="column" alignItems="stretch" gap={4} aria-busy={saving}>
        <Choice label={say('field.state')} value={ticket.state} disabled={fixed} options={ticketStates.map((value) => ({ value, label: say(`state.${value}`) }))} onChange={(state) => void change({ state }, { state })} />
        <Choice label={say('field.priority')} value={ticket.priority} disabled={fixed} options={priorities.map((value) => ({ value, label: say(`priority.${value}`) }))} onChange={(priority) => void change({ priority }, { priority })} />
        <Choice label={say('field.category')} value={ticket.category.slug} disabled={fixed} options={kinds} onChange={(slug) => void change({ category: slug }, { category: { slug, name: kinds.find(({ value }) => value === slug)?.label ?? '' } })} />
        <Assignee ticket={ticket} agents={agents} disabled={!rights.assign} onChange={(id) => void change({ assignee: id }, { assignee: agents.find((agent) => agent.id === id) ?? null })} />
        <TicketTags tags={ticket.tags} disabled={fixed} onChange={change} />
        <Snooze ticket={ticket} disabled={fixed} onChange={change} />
        {rights.merge && <MergeTicket ticket={ticket} />}
      </Flex>
    </Card>
  );
};
