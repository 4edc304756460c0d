import { Box, EmptyStateLayout, Flex } from '@strapi/design-system';
import { Layouts, Page, useRBAC } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { deskActions } from '../../../contracts/desk';
import { useLoaded } from '../desk/use-loaded';
import { useReloadOnReturn } from '../desk/use-reload-on-return';
import { Back } from '../display/Back';
import { Failure } from '../display/Failure';
import { inboxPath } from '../places';
import { useWords } from '../use-words';
import { listIncidents } from './client';
import { IncidentCard } from './IncidentCard';
import { NewIncident } from './NewIncident';

const asked = [{ action: deskActions.incidents, subject: null }];

/** Trouble that many have at once: what goes on first, then what is over. */
export const IncidentsPage = () => {
  const say = useWords();
  const mayTell = useRBAC(asked).allowedActions.canManage ?? false;
  const { value, error, reload } = useLoaded(useCallback((signal: AbortSignal) => listIncidents(signal), []));
  useReloadOnReturn(reload);
  const sorted = [...(value ?? [])].sort((one, other) => Number(one.state === 'resolved') - Number(other.state === 'resolved'));
  return (
    <Page.Main>
      <Page.Title>{say('incidents.title')}</Page.Title>
      <Layouts.Header title={say('incidents.title')} subtitle={say('incidents.subtitle')} navigationAction={<Back fallback={inboxPath} />} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          {mayTell && <NewIncident onDone={reload} />}
          {error && !value ? <Failure error={error} onRetry={reload} /> : !value ? <Page.Loading>{say('loading')}</Page.Loading> : sorted.length === 0 && <EmptyStateLayout content={say('incidents.none')} />}
          {sorted.map((incident) => (
            <IncidentCard key={incident.id} incident={incident} mayTell={mayTell} onDone={reload} />
          ))}
        </Flex>
        <Box paddingBottom={8} />
      </Layouts.Content>
    </Page.Main>
  );
};
