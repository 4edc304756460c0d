import { Box, LinkButton } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { Link } from 'react-router-dom';
import { listTickets } from '../desk/client';
import { useLoaded } from '../desk/use-loaded';
import { useReloadOnReturn } from '../desk/use-reload-on-return';
import { incidentsPath } from '../places';
import { useWords } from '../use-words';
import { InboxFilters } from './InboxFilters';
import { TicketList } from './TicketList';
import { useInboxQuery } from './use-inbox-query';
import { ViewTabs } from './ViewTabs';

const IncidentsLink = () => (
  <LinkButton tag={Link} to={incidentsPath} variant="tertiary">
    {useWords()('incidents.title')}
  </LinkButton>
);

/** All tickets, as saved views that can be narrowed and searched. */
export const InboxPage = () => {
  const say = useWords();
  const query = useInboxQuery();
  const read = useCallback((signal: AbortSignal) => listTickets(query.request, signal), [query.request]);
  const page = useLoaded(read);
  useReloadOnReturn(page.reload);
  return (
    <Page.Main aria-busy={page.loading}>
      <Page.Title>{say('inbox.title')}</Page.Title>
      <Layouts.Header title={say('inbox.title')} subtitle={page.value ? say('inbox.count', { count: page.value.pagination.total }) : ' '} secondaryAction={<IncidentsLink />} />
      <Layouts.Content>
        <ViewTabs current={query.view} linkTo={query.linkTo} />
        <Box paddingTop={4} paddingBottom={4}>
          <InboxFilters query={query} />
        </Box>
        <TicketList page={page} query={query} />
      </Layouts.Content>
    </Page.Main>
  );
};
