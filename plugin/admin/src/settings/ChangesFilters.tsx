import { Box, Field, Flex } from '@strapi/design-system';
import { useState } from 'react';
import type { ChangeEvent, FormEvent } from 'react';
import { useSearchParams } from 'react-router-dom';
import { auditKinds } from '../../../contracts/settings';
import { Choice } from '../display/Choice';
import { BrowserInput } from '../display/TimeInput';
import { useWords } from '../use-words';
import type { Word } from '../use-words';

const names = ['kind', 'person', 'from', 'to'] as const;
type Name = (typeof names)[number];

/** What is asked for, as the page's address has it. */
export interface ChangesQuery {
  /** All of it, for the list. */
  search: string;
  /** Without where it goes on, for the file. */
  filters: string;
  value(name: Name): string;
  set(name: Name, value: string): void;
  /** From this entry on; null: the newest. */
  goOn(before: number | null): void;
  isLater: boolean;
}

/** Keeps the filters in the address, so that a list can be sent to a colleague. */
export const useChangesQuery = (): ChangesQuery => {
  const [search, setSearch] = useSearchParams();
  const given = names.flatMap((name) => (search.get(name) ? [[name, search.get(name) ?? '']] : []));
  const filters = new URLSearchParams(given).toString();
  const before = search.get('before');
  return {
    search: [filters, before ? `before=${before}` : ''].filter(Boolean).join('&'),
    filters,
    value: (name) => search.get(name) ?? '',
    set: (name, value) => setSearch(Object.fromEntries([...given.filter(([known]) => known !== name), ...(value ? [[name, value]] : [])])),
    goOn: (id) => setSearch(Object.fromEntries([...given, ...(id === null ? [] : [['before', String(id)]])])),
    isLater: before !== null,
  };
};

const Typed = ({ name, type, query }: { name: 'person' | 'from' | 'to'; type: 'text' | 'date'; query: ChangesQuery }) => {
  const say = useWords();
  const [typed, setTyped] = useState(query.value(name));
  const submit = (event?: FormEvent): void => {
    event?.preventDefault();
    if (typed.trim() !== query.value(name)) query.set(name, typed.trim());
  };
  return (
    <Box tag="form" onSubmit={submit} minWidth="14rem">
      <Field.Root name={name} hint={name === 'person' ? say('audit.filter.personHint') : undefined}>
        <Field.Label>{say(`audit.filter.${name}` as Word)}</Field.Label>
        <BrowserInput type={type} size="S" value={typed} onChange={(event: ChangeEvent<HTMLInputElement>) => setTyped(event.target.value)} onBlur={() => submit()} />
        <Field.Hint />
      </Field.Root>
    </Box>
  );
};

/** Which entries show: their kind, the person, the days. */
export const ChangesFilters = ({ query }: { query: ChangesQuery }) => {
  const say = useWords();
  const options = [{ value: 'change', label: say('kind.change') }, { value: 'all', label: say('audit.filter.all') }, ...auditKinds.filter((kind) => kind !== 'change').map((kind) => ({ value: kind, label: say(`kind.${kind}`) }))];
  return (
    <Flex gap={4} wrap="wrap" alignItems="flex-start">
      <Box minWidth="16rem">
        <Choice size="S" label={say('audit.filter.kind')} options={options} value={query.value('kind') || 'change'} onChange={(kind) => query.set('kind', kind === 'change' ? '' : kind)} />
      </Box>
      <Typed name="person" type="text" query={query} />
      <Typed name="from" type="date" query={query} />
      <Typed name="to" type="date" query={query} />
    </Flex>
  );
};
