import { Box, EmptyStateLayout, Flex, SearchForm, Searchbar } from '@strapi/design-system';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { CustomerChange, CustomerLine } from '../../../contracts/settings';
import { sayRefusal } from '../desk/refusal';
import { useLoaded } from '../desk/use-loaded';
import { Failure } from '../display/Failure';
import { useWords } from '../use-words';
import { changeCustomer, listCustomers, listOrganisations, listSegments } from './client';
import { CustomerHeadings, CustomerRow } from './CustomerRow';
import { Pages } from './Pages';

const Find = ({ words, onFind }: { words: string; onFind(words: string): void }) => {
  const say = useWords();
  const [typed, setTyped] = useState(words);
  const submit = (event: { preventDefault(): void }): void => {
    event.preventDefault();
    onFind(typed.trim());
  };
  const clear = (): void => {
    setTyped('');
    onFind('');
  };
  return (
    <SearchForm onSubmit={submit}>
      <Searchbar name="_q" value={typed} onChange={(event) => setTyped(event.target.value)} onClear={clear} clearLabel={say('search.clear')} placeholder={say('customers.find')}>
        {say('customers.find')}
      </Searchbar>
    </SearchForm>
  );
};

const useCustomers = (words: string, number: number) => {
  const say = useWords();
  const { toggleNotification } = useNotification();
  const page = useLoaded(useCallback((signal: AbortSignal) => listCustomers(words, number, signal), [words, number]));
  const segments = useLoaded(listSegments);
  const houses = useLoaded(listOrganisations);
  const change = async (line: CustomerLine, wanted: CustomerChange): Promise<void> => {
    try {
      const after = await changeCustomer(line.id, wanted);
      if (page.value) page.replace({ ...page.value, lines: page.value.lines.map((each) => (each.id === after.id ? after : each)) });
      toggleNotification({ type: 'success', message: say('customers.saved', { name: line.name }) });
    } catch (error) {
      toggleNotification({ type: 'danger', message: sayRefusal(error, say) });
    }
  };
  return { page, segments: segments.value?.segments ?? [], houses: houses.value ?? [], change };
};

/** Customers: segment, organisation and access, each saved as it is chosen. */
export const CustomersPage = () => {
  const say = useWords();
  const [search, setSearch] = useSearchParams();
  const [words, number] = [search.get('_q') ?? '', Math.max(1, Number(search.get('page')) || 1)];
  const { page, segments, houses, change } = useCustomers(words, number);
  const { value, error, reload } = page;
  return (
    <Page.Main aria-busy={page.loading}>
      <Page.Title>{say('settings.customers')}</Page.Title>
      <Layouts.Header title={say('settings.customers')} subtitle={say('hint.settings.customers')} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Find words={words} onFind={(q) => setSearch(q === '' ? {} : { _q: q })} />
          {error ? <Failure error={error} onRetry={reload} /> : !value ? <Page.Loading>{say('loading')}</Page.Loading> : value.lines.length === 0 ? <EmptyStateLayout content={say('customers.none')} /> : null}
          {value && value.lines.length > 0 && (
            <Box background="neutral0" hasRadius borderColor="neutral150">
              <CustomerHeadings />
              <Box tag="ul" aria-label={say('settings.customers')}>
                {value.lines.map((line) => (
                  <CustomerRow key={line.id} line={line} segments={segments} houses={houses} onChange={(wanted) => void change(line, wanted)} />
                ))}
              </Box>
            </Box>
          )}
          {value && <Pages pagination={value.pagination} onPage={(to) => setSearch({ ...(words ? { _q: words } : {}), page: String(to) })} />}
        </Flex>
        <Box paddingBottom={8} />
      </Layouts.Content>
    </Page.Main>
  );
};
