import { Box, EmptyStateLayout } from '@strapi/design-system';
import { Page, Pagination } from '@strapi/strapi/admin';
import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';
import type { Agent } from '../../../contracts/desk';
import type { TicketPage } from '../desk/client';
import { keepTrail } from '../desk/trail';
import { useRights } from '../desk/use-rights';
import type { Loaded } from '../desk/use-loaded';
import { Failure } from '../display/Failure';
import { useWords } from '../use-words';
import { BulkBar } from './BulkBar';
import { TicketTable } from './TicketTable';
import { useBulk } from './use-bulk';
import { useListKeys } from './use-list-keys';
import { useSelection } from './use-selection';
import { standingOf } from './views';
import type { InboxQuery } from './use-inbox-query';

interface Props {
  page: Loaded<TicketPage>;
  /** True while another list than the one that shows is read. */
  outdated: boolean;
  query: InboxQuery;
  agents: Agent[];
  /** After tickets were changed. */
  onChange(): void;
  onHelp(): void;
}

const Nothing = ({ query }: { query: InboxQuery }) => {
  const say = useWords();
  const standing = standingOf(query.view);
  return <EmptyStateLayout content={query.narrowed || !standing ? say('inbox.nothingFound') : say(`empty.${standing}`)} />;
};

const Rows = ({ page, outdated, query, agents, onChange, onHelp }: Props & { page: { value: TicketPage } }) => {
  const say = useWords();
  const rights = useRights();
  const { search } = useLocation();
  const { tickets, pagination } = page.value;
  const selection = useSelection(tickets);
  const bulk = useBulk(onChange);
  const cursor = useListKeys(tickets, selection, onHelp);
  useEffect(() => keepTrail({ search, references: tickets.map(({ reference }) => reference) }), [search, tickets]);
  return (
    <Box style={{ opacity: outdated ? 0.5 : 1 }}>
      <BulkBar selection={selection} bulk={bulk} rights={rights} agents={agents} />
      {tickets.length === 0 && <Nothing query={query} />}
      {tickets.length > 0 && <TicketTable tickets={tickets} caption={say('inbox.title')} selection={selection} cursor={cursor} />}
      <Pagination.Root pageCount={pagination.pageCount} total={pagination.total} defaultPageSize={25}>
        <Pagination.PageSize options={['25', '50', '100']} />
        <Pagination.Links />
      </Pagination.Root>
    </Box>
  );
};

/** The tickets of the view, or why there are none. */
export const TicketList = (props: Props) => {
  const say = useWords();
  const { page } = props;
  if (page.error) return <Failure error={page.error} onRetry={page.reload} />;
  if (!page.value) return <Page.Loading>{say('loading')}</Page.Loading>;
  return <Rows {...props} page={{ ...page, value: page.value }} />;
};
