import { Box, EmptyStateLayout, Flex } from '@strapi/design-system';
import { Layouts, Page, useRBAC } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { receivedMailActions, receivedMailStates } from '../../../contracts/inbound-mail';
import { useLoaded } from '../desk/use-loaded';
import { Failure } from '../display/Failure';
import { LinkTabs } from '../display/LinkTabs';
import { Pages } from '../settings/Pages';
import { useWords } from '../use-words';
import { listMails } from './client';
import type { Shelf } from './client';
import { MailRow } from './MailRow';

const shelves: Shelf[] = ['held', 'failed', 'received', 'done', 'ignored', 'discarded', 'all'];
const asked = [{ action: receivedMailActions.manage, subject: null }];

/** Mails that came in: first those that wait for a decision. */
export const ReceivedMailPage = () => {
  const say = useWords();
  const [search, setSearch] = useSearchParams();
  const mayManage = useRBAC(asked).allowedActions.canManage ?? false;
  const shelf = shelves.find((each) => each === search.get('state')) ?? 'held';
  const number = Math.max(1, Number(search.get('page')) || 1);
  const { value, error, reload } = useLoaded(useCallback((signal: AbortSignal) => listMails(shelf, number, signal), [shelf, number]));
  const tabs = shelves.map((each) => ({ to: `?state=${each}`, label: say(each === 'all' ? 'received.all' : `received.state.${each satisfies (typeof receivedMailStates)[number]}`), current: each === shelf }));
  return (
    <Page.Main>
      <Page.Title>{say('settings.received')}</Page.Title>
      <Layouts.Header title={say('settings.received')} subtitle={say('hint.settings.received')} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <LinkTabs label={say('received.shelves')} tabs={tabs} />
          {error ? <Failure error={error} onRetry={reload} /> : !value ? <Page.Loading>{say('loading')}</Page.Loading> : value.lines.length === 0 ? <EmptyStateLayout content={say('received.none')} /> : null}
          {value && value.lines.length > 0 && (
            <Box tag="ul" aria-label={say('settings.received')} background="neutral0" hasRadius borderColor="neutral150">
              {value.lines.map((line) => (
                <MailRow key={line.id} line={line} mayManage={mayManage} onDecided={reload} />
              ))}
            </Box>
          )}
          {value && <Pages pagination={value.pagination} onPage={(page) => setSearch({ state: shelf, page: String(page) })} />}
        </Flex>
        <Box paddingBottom={8} />
      </Layouts.Content>
    </Page.Main>
  );
};
