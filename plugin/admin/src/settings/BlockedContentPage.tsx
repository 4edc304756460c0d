import { Box, Button, EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import type { BlockedContentLine } from '../../../contracts/settings';
import { sayRefusal } from '../desk/refusal';
import { useLoaded } from '../desk/use-loaded';
import { Failure } from '../display/Failure';
import { Moment } from '../display/Moment';
import { useWords } from '../use-words';
import { clearBlockedContent, listBlockedContent } from './client';
import { useMayChange } from './use-settings-rights';

const Row = ({ line }: { line: BlockedContentLine }) => {
  const say = useWords();
  const { directive, blocked, page, count, lastAt } = line;
  return (
    <Box tag="li" padding={4} borderColor="neutral150" borderWidth="0 0 1px" borderStyle="solid" style={{ overflowWrap: 'anywhere' }}>
      <Typography tag="p" fontWeight="bold">
        {blocked}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {say('blocked.rule', { directive })} · {say('blocked.page', { page })} · {say('blocked.times', { count })} · <Moment at={lastAt} form="full" />
      </Typography>
    </Box>
  );
};

/** What pages wanted to load and their policy did not allow, what was seen last first. */
export const BlockedContentPage = () => {
  const say = useWords();
  const mayChange = useMayChange();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState(false);
  const { value, error, reload } = useLoaded(useCallback((signal: AbortSignal) => listBlockedContent(signal), []));
  const clear = async (): Promise<void> => {
    setBusy(true);
    await clearBlockedContent().then(
      () => toggleNotification({ type: 'success', message: say('blocked.cleared') }),
      (refused: unknown) => toggleNotification({ type: 'danger', message: sayRefusal(refused, say) }),
    );
    setBusy(false);
    reload();
  };
  const some = value && value.length > 0;
  const action = some && mayChange ? (
    <Button variant="secondary" disabled={busy} onClick={() => void clear()}>
      {say('blocked.clear')}
    </Button>
  ) : undefined;
  return (
    <Page.Main>
      <Page.Title>{say('settings.blocked')}</Page.Title>
      <Layouts.Header title={say('settings.blocked')} subtitle={say('hint.settings.blocked')} primaryAction={action} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {error ? <Failure error={error} onRetry={reload} /> : !value ? <Page.Loading>{say('loading')}</Page.Loading> : null}
          {value?.length === 0 && <EmptyStateLayout content={say('blocked.empty')} />}
          {some && (
            <Box tag="ul" aria-label={say('settings.blocked')} background="neutral0" hasRadius borderColor="neutral150">
              {value.map((line) => (
                <Row key={line.id} line={line} />
              ))}
            </Box>
          )}
        </Flex>
        <Box paddingBottom={8} />
      </Layouts.Content>
    </Page.Main>
  );
};
