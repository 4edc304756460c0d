import { Box, EmptyStateLayout, Flex } from '@strapi/design-system';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { sayRefusal } from '../desk/refusal';
import { useLoaded } from '../desk/use-loaded';
import { Failure } from '../display/Failure';
import { useWords } from '../use-words';
import type { Word } from '../use-words';
import { giveMailUp, listFailedMails, sendMailAgain } from './client';
import { FailedMailRow } from './FailedMailRow';
import { Pages } from './Pages';

/** Mails that the server did not take, the latest first: some are tried again, others wait until somebody decides. */
export const FailedMailsPage = () => {
  const say = useWords();
  const { toggleNotification } = useNotification();
  const [search, setSearch] = useSearchParams();
  const [busy, setBusy] = useState(false);
  const number = Math.max(1, Number(search.get('page')) || 1);
  const { value, error, reload } = useLoaded(useCallback((signal: AbortSignal) => listFailedMails(number, signal), [number]));
  const decide = async (work: Promise<unknown>, done: Word): Promise<void> => {
    setBusy(true);
    await work.then(
      () => toggleNotification({ type: 'success', message: say(done) }),
      (refused: unknown) => toggleNotification({ type: 'danger', message: sayRefusal(refused, say) }),
    );
    setBusy(false);
    reload();
  };
  return (
    <Page.Main>
      <Page.Title>{say('settings.mails')}</Page.Title>
      <Layouts.Header title={say('settings.mails')} subtitle={say('hint.settings.mails')} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {error ? <Failure error={error} onRetry={reload} /> : !value ? <Page.Loading>{say('loading')}</Page.Loading> : null}
          {value?.lines.length === 0 && <EmptyStateLayout content={say('mails.empty')} />}
          {value && value.lines.length > 0 && (
            <Box tag="ul" aria-label={say('settings.mails')} background="neutral0" hasRadius borderColor="neutral150">
              {value.lines.map((mail) => (
                <FailedMailRow key={mail.id} mail={mail} busy={busy} onAgain={() => void decide(sendMailAgain(mail.id), 'mails.queued')} onGiveUp={() => void decide(giveMailUp(mail.id), 'mails.dropped')} />
              ))}
            </Box>
          )}
          {value && <Pages pagination={value.pagination} onPage={(page) => setSearch({ page: String(page) })} />}
        </Flex>
        <Box paddingBottom={8} />
      </Layouts.Content>
    </Page.Main>
  );
};
