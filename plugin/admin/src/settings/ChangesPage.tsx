import { Box, Button, EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { AuditLine } from '../../../contracts/settings';
import { useLoaded } from '../desk/use-loaded';
import { Failure } from '../display/Failure';
import { Moment } from '../display/Moment';
import { useWords } from '../use-words';
import { listChanges } from './client';
import { differing, keyWords, valueWords, whatWords, whoWords } from './change-words';
import { ChangesFile } from './ChangesFile';
import { ChangesFilters, useChangesQuery } from './ChangesFilters';

const Parts = ({ line: { action, kind, before, after } }: { line: AuditLine }) => {
  const say = useWords();
  const { locale } = useIntl();
  const told = (value: unknown, key: string): string => valueWords(key, value, say, locale);
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return (
    <Box tag="dl" paddingTop={keys.length > 0 ? 2 : 0}>
      {keys.map((key) => (
        <Flex key={key} gap={2} wrap="wrap" alignItems="baseline">
          <Typography tag="dt" variant="pi" textColor="neutral600">
            {keyWords(key, say)}
          </Typography>
          <Typography tag="dd" dir="auto" variant="pi" textColor="neutral800" style={{ whiteSpace: 'pre-line' }}>
            {action === 'created' || kind !== 'change' ? told(after[key], key) : action === 'removed' ? told(before[key], key) : say('audit.fromTo', { before: told(differing(before[key], after[key]), key), after: told(differing(after[key], before[key]), key) })}
          </Typography>
        </Flex>
      ))}
    </Box>
  );
};

const Row = ({ line }: { line: AuditLine }) => {
  const say = useWords();
  const { who, what, action, createdAt } = line;
  return (
    <Box tag="li" padding={4} borderColor="neutral150" borderWidth="0 0 1px" borderStyle="solid" style={{ overflowWrap: 'anywhere' }}>
      <Flex gap={2} wrap="wrap" alignItems="baseline">
        <Typography fontWeight="bold">{whatWords(what, say)}</Typography>
        <Typography textColor="neutral600">
          {say(`audit.${action}`, { who: whoWords(who, say) })} · <Moment at={createdAt} form="full" />
        </Typography>
      </Flex>
      <Parts line={line} />
    </Box>
  );
};

/** The log of changes, sign-ins and looks at customers' data, the latest first. */
export const ChangesPage = () => {
  const say = useWords();
  const query = useChangesQuery();
  const { value, error, reload } = useLoaded(useCallback((signal: AbortSignal) => listChanges(query.search, signal), [query.search]));
  return (
    <Page.Main>
      <Page.Title>{say('settings.changes')}</Page.Title>
      <Layouts.Header title={say('settings.changes')} subtitle={say('hint.settings.changes')} primaryAction={<ChangesFile search={query.filters} />} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <ChangesFilters query={query} />
          {error ? <Failure error={error} onRetry={reload} /> : !value ? <Page.Loading>{say('loading')}</Page.Loading> : null}
          {value?.lines.length === 0 && <EmptyStateLayout content={say('audit.empty')} />}
          {value && value.lines.length > 0 && (
            <Box tag="ul" aria-label={say('settings.changes')} background="neutral0" hasRadius borderColor="neutral150">
              {value.lines.map((line) => (
                <Row key={line.id} line={line} />
              ))}
            </Box>
          )}
          <Flex tag="nav" aria-label={say('pages.title')} gap={3} justifyContent="center">
            {query.isLater && (
              <Button variant="tertiary" onClick={() => query.goOn(null)}>
                {say('audit.newest')}
              </Button>
            )}
            {value?.next != null && (
              <Button variant="tertiary" onClick={() => query.goOn(value.next)}>
                {say('audit.older')}
              </Button>
            )}
          </Flex>
        </Flex>
        <Box paddingBottom={8} />
      </Layouts.Content>
    </Page.Main>
  );
};
