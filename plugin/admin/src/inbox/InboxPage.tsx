import { Box, LinkButton } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { mostCounted, mostListed } from '../../../contracts/desk-views';
import type { SavedView } from '../../../contracts/desk-views';
import { listAgents, listTickets, listViews } from '../desk/client';
import type { TicketPage } from '../desk/client';
import { ShortcutHelp } from '../desk/ShortcutHelp';
import { useLoaded } from '../desk/use-loaded';
import { useReloadOnReturn } from '../desk/use-reload-on-return';
import { useNews } from '../live/use-news';
import { incidentsPath } from '../places';
import { UndoBar } from '../ticket/UndoBar';
import { useWords } from '../use-words';
import type { Say } from '../use-words';
import { InboxFilters } from './InboxFilters';
import { TicketList } from './TicketList';
import { useInboxQuery } from './use-inbox-query';
import { ViewActions } from './ViewActions';
import { ViewNav } from './ViewNav';

const IncidentsLink = () => (
  <LinkButton tag={Link} to={incidentsPath} variant="tertiary">
    {useWords()('incidents.title')}
  </LinkButton>
);

/** How many there are; "or more" where counting stopped. */
const countOf = ({ pagination: { page, pageSize, total }, query: { q } }: TicketPage, say: Say): string => {
  if (total >= mostListed(page, pageSize)) return say('inbox.countMost', { count: total });
  return say(q && total >= mostCounted ? 'inbox.countMany' : 'inbox.count', { count: total });
};

const lookAgainMs = 15_000;
const none: SavedView[] = [];

const Halves = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: ${({ theme }) => theme.spaces[4]};

  @media (min-width: 96em) {
    grid-template-columns: 21rem minmax(0, 1fr);
  }
`;

/** All tickets, as views that can be narrowed, searched, saved and worked through by keyboard. */
export const InboxPage = () => {
  const say = useWords();
  const [help, setHelp] = useState(false);
  const views = useLoaded(useCallback((signal: AbortSignal) => listViews(signal), []));
  const agents = useLoaded(useCallback((signal: AbortSignal) => listAgents(signal), [])).value ?? [];
  const query = useInboxQuery(views.value?.saved ?? none);
  const page = useLoaded(useCallback((signal: AbortSignal) => listTickets(query.request, signal), [query.request]));
  const reload = useCallback(() => {
    page.reload();
    views.reload();
  }, [page.reload, views.reload]);
  useReloadOnReturn(reload);
  useNews(reload, lookAgainMs);
  // Looking again for the same shows nothing of it; another view or other words do.
  const outdated = page.loading && page.value !== undefined && page.value.query !== query.request;
  return (
    <Page.Main aria-busy={page.loading}>
      <Page.Title>{say('inbox.title')}</Page.Title>
      <Layouts.Header title={say('inbox.title')} subtitle={outdated ? say('loading') : page.value ? countOf(page.value, say) : ' '} secondaryAction={<IncidentsLink />} />
      <Layouts.Content>
        <Halves>
          <ViewNav views={views.value} query={query} />
          <div>
            <Box paddingBottom={4}>
              <InboxFilters query={query} agents={agents}>
                <ViewActions query={query} views={views.value} onChange={views.reload} />
              </InboxFilters>
            </Box>
            <TicketList page={page} outdated={outdated} query={query} agents={agents} onChange={reload} onHelp={() => setHelp(true)} />
          </div>
        </Halves>
      </Layouts.Content>
      <UndoBar onTakenBack={() => undefined} />
      <ShortcutHelp open={help} onClose={() => setHelp(false)} />
    </Page.Main>
  );
};
