import { Box, Flex } from '@strapi/design-system';
import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { dueFilters } from '../../../contracts/desk';
import type { Agent } from '../../../contracts/desk';
import { priorities } from '../../../contracts/tickets';
import { categoryOptions } from '../desk/category-tree';
import { listCategories, listTags } from '../desk/client';
import { useLoaded } from '../desk/use-loaded';
import { Choice } from '../display/Choice';
import { useWords } from '../use-words';
import { InboxSearch } from './InboxSearch';
import type { FilterName, InboxQuery } from './use-inbox-query';
import { statesWithin } from './views';

const sorts = ['-updatedAt', 'updatedAt', '-createdAt', '-priority', 'dueAt'] as const;
const sortsOfWords = ['match', ...sorts] as const;
// The select shows an empty value as nothing chosen.
const unset = 'any';
interface Option {
  value: string;
  label: string;
}

const useOptions = ({ filters, request }: InboxQuery, agents: Agent[]): Record<Exclude<FilterName, '_q'>, Option[]> => {
  const say = useWords();
  const categories = useLoaded(useCallback((signal: AbortSignal) => listCategories(signal), [])).value ?? [];
  const tags = useLoaded(useCallback((signal: AbortSignal) => listTags(signal), [])).value ?? [];
  const all = { value: unset, label: say('filter.any') };
  const states = statesWithin(filters);
  const unless = (given: unknown, options: Option[]): Option[] => (given === undefined ? options : []);
  return {
    state: states.length === 0 ? [] : [all, ...states.map((value) => ({ value, label: say(`state.${value}`) }))],
    priority: unless(filters.priority, [all, ...priorities.map((value) => ({ value, label: say(`priority.${value}`) }))]),
    due: states.length === 0 ? [] : unless(filters.due, [all, ...dueFilters.map((value) => ({ value, label: say(`due.${value}`) }))]),
    category: unless(filters.category, [all, ...categoryOptions(categories)]),
    assignee: unless(filters.assignee, [all, { value: 'me', label: say('filter.me') }, { value: 'nobody', label: say('assignee.nobody') }, ...agents.map(({ id, name }) => ({ value: String(id), label: name }))]),
    tag: tags.length === 0 ? [] : unless(filters.tag, [all, ...tags.map((value) => ({ value, label: value }))]),
    sort: (request.q ? sortsOfWords : sorts).map((value) => ({ value, label: say(`sort.${value}`) })),
  };
};

const Cell = ({ children }: { children: ReactNode }) => (
  <Box minWidth="12rem" flex="1 1 13rem" maxWidth="26rem">
    {children}
  </Box>
);

/** Search, filters and order, and at their end what can be done with them; a filter that the view itself sets is not offered. */
export const InboxFilters = ({ query, agents, children }: { query: InboxQuery; agents: Agent[]; children: ReactNode }) => {
  const say = useWords();
  const options = useOptions(query, agents);
  const filter = (name: Exclude<FilterName, '_q'>) => {
    const chosen = query.request[name];
    const known = options[name].some(({ value }) => value === chosen);
    if (options[name].length === 0) return null;
    return (
      <Cell key={name}>
        <Choice size="S" label={say(`filter.${name}`)} options={options[name]} value={known && chosen ? chosen : unset} onChange={(value) => query.set(name, value === unset ? '' : value)} />
      </Cell>
    );
  };
  return (
    <Flex gap={3} wrap="wrap" alignItems="flex-end">
      <Box flex="2 1 24rem" maxWidth="40rem">
        <InboxSearch value={query.request.q ?? ''} onSearch={(words) => query.set('_q', words)} />
      </Box>
      {(['state', 'assignee', 'category', 'priority', 'due', 'tag', 'sort'] as const).map(filter)}
      {children}
    </Flex>
  );
};
