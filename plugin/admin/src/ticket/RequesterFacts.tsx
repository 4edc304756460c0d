import { Box, Flex, Typography } from '@strapi/design-system';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { LookedFor } from '../../../contracts/desk';
import { showRequester } from '../desk/client';
import { useLoaded } from '../desk/use-loaded';
import { Moment } from '../display/Moment';
import { segmentTitle } from '../settings/segment-title';
import { useWords } from '../use-words';
import { RequesterWord } from './RequesterWord';

const Search = ({ search }: { search: LookedFor }) => {
  const say = useWords();
  const opened = search.opened.length > 0 ? say('requester.opened', { titles: search.opened.join(', ') }) : say('requester.notOpened', { count: search.offered });
  return (
    <Box tag="li">
      <Typography tag="p" style={{ overflowWrap: 'anywhere' }}>{`“${search.text}”`}</Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {opened} · <Moment at={search.createdAt} form="short" />
      </Typography>
    </Box>
  );
};

/** Since when, how often, and what this person looked for before the ticket. What cannot be read is left out: it is no reason to stop working. */
export const RequesterFacts = ({ reference }: { reference: string }) => {
  const say = useWords();
  const { formatDisplayName } = useIntl();
  const { value } = useLoaded(useCallback((signal: AbortSignal) => showRequester(reference, signal), [reference]));
  if (!value) return null;
  return (
    <Box paddingTop={2}>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {say('requester.figures', { tickets: value.ticketCount, open: value.openCount })}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {say('requester.segment', { segment: segmentTitle(value.segment, say), language: formatDisplayName(value.language, { type: 'language' }) ?? value.language })} · {say('requester.since')} <Moment at={value.customerSince} form="short" />
      </Typography>
      {value.organisation && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {say(value.organisation.colleaguesRead ? 'requester.colleaguesRead' : 'requester.organisation', { name: value.organisation.name })}
        </Typography>
      )}
      <RequesterWord panel={value} />
      {value.lookedFor.length > 0 && (
        <Box paddingTop={4}>
          <Typography tag="h3" variant="sigma" textColor="neutral600">
            {say('requester.lookedFor')}
          </Typography>
          <Flex tag="ul" direction="column" alignItems="stretch" gap={3} paddingTop={2}>
            {value.lookedFor.map((search) => (
              <Search key={search.createdAt} search={search} />
            ))}
          </Flex>
        </Box>
      )}
    </Box>
  );
};
