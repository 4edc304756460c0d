import { Box, EmptyStateLayout } from '@strapi/design-system';
import { Page, Pagination } from '@strapi/strapi/admin';
import type { TicketPage } from '../desk/client';
import type { Loaded } from '../desk/use-loaded';
import { Failure } from '../display/Failure';
import { useWords } from '../use-words';
import { TicketTable } from './TicketTable';
import type { InboxQuery } from './use-inbox-query';

const Nothing = ({ query }: { query: InboxQuery }) => {
  const say = useWords();
  return <EmptyStateLayout content={say(query.narrowed ? 'inbox.nothingFound' : `empty.${query.view}`)} />;
};

/** The tickets of the view, or why there are none. */
export const TicketList = ({ page, query }: { page: Loaded<TicketPage>; query: InboxQuery }) => {
  const say = useWords();
  if (page.error) return <Failure error={page.error} onRetry={page.reload} />;
  if (!page.value) return <Page.Loading>{say('loading')}</Page.Loading>;
  if (page.value.tickets.length === 0) return <Nothing query={query} />;
  const { pageCount, total } = page.value.pagination;
  return (
    <Box>
      <TicketTable tickets={page.value.tickets} caption={say(`view.${query.view}`)} />
      <Pagination.Root pageCount={pageCount} total={total} defaultPageSize={25}>
        <Pagination.PageSize options={['25', '50', '100']} />
        <Pagination.Links />
      </Pagination.Root>
    </Box>
  );
};
