import { Box, Button, Flex } from '@strapi/design-system';
import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { dueFilters } from '../../../contracts/desk';
import { priorities } from '../../../contracts/tickets';
import { categoryOptions } from '../desk/category-tree';
import { listAgents, listCategories } from '../desk/client';
import { useLoaded } from '../desk/use-loaded';
import { Choice } from '../display/Choice';
import { useWords } from '../use-words';
import { InboxSearch } from './InboxSearch';
import type { FilterName, InboxQuery } from './use-inbox-query';
import { views } from './views';

const sorts = ['-updatedAt', 'updatedAt', '-createdAt', '-priority', 'dueAt'] as const;
// The select shows an empty value as nothing chosen.
const unset = 'any';
interface Option {
  value: string;
  label: string;
}

const useOptions = (query: InboxQuery): Record<'state' | 'priority' | 'due' | 'category' | 'assignee' | 'sort', Option[]> => {
  const say = useWords();
  const agents = useLoaded(useCallback((signal: AbortSignal) => listAgents(signal), [])).value ?? [];
  const categories = useLoaded(useCallback((signal: AbortSignal) => listCategories(signal), [])).value ?? [];
  const all = { value: unset, label: say('filter.any') };
  const { states, fixed } = views[query.view];
  return {
    state: states.length === 0 ? [] : [all, ...states.map((value) => ({ value, label: say(`state.${value}`) }))],
    priority: [all, ...priorities.map((value) => ({ value, label: say(`priority.${value}`) }))],
    due: states.length === 0 ? [] : [all, ...dueFilters.map((value) => ({ value, label: say(`due.${value}`) }))],
    category: [all, ...categoryOptions(categories)],
    assignee: fixed.assignee
      ? []
      : [all, { value: 'me', label: say('filter.me') }, { value: 'nobody', label: say('assignee.nobody') }, ...agents.map(({ id, name }) => ({ value: String(id), label: name }))],
    sort: sorts.map((value) => ({ value, label: say(`sort.${value}`) })),
  };
};

const Cell = ({ children }: { children: ReactNode }) => (
  <Box minWidth="12rem" flex="1 1 13rem" maxWidth="26rem">
    {children}
  </Box>
);

/** Search, filters and order; a filter that the view itself sets is not offered. */
export const InboxFilters = ({ query }: { query: InboxQuery }) => {
  const say = useWords();
  const options = useOptions(query);
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
      {(['state', 'assignee', 'category', 'priority', 'due', 'sort'] as const).map(filter)}
      {query.narrowed && (
        <Button variant="tertiary" onClick={query.clear}>
          {say('filter.clear')}
        </Button>
      )}
    </Flex>
  );
};
