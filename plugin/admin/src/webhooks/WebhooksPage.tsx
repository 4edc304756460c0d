import { Box, EmptyStateLayout, Flex } from '@strapi/design-system';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { NewWebhook } from '../../../contracts/webhooks';
import { sayRefusal } from '../desk/refusal';
import { useLoaded } from '../desk/use-loaded';
import { Card } from '../display/Card';
import { Failure } from '../display/Failure';
import { useWords } from '../use-words';
import type { Word } from '../use-words';
import { listWebhooks } from './client';
import { SecretOnce } from './SecretOnce';
import { WebhookForm } from './WebhookForm';
import { WebhookRow } from './WebhookRow';

/** Every address that is told what happens, a form for a new one, and a secret where one was just made. */
export const WebhooksPage = () => {
  const say = useWords();
  const { toggleNotification } = useNotification();
  const { value, error, reload } = useLoaded(listWebhooks);
  const [fresh, setFresh] = useState<NewWebhook | null>(null);
  const made = (webhook: NewWebhook): void => {
    setFresh(webhook);
    reload();
  };
  const act = async (work: Promise<unknown>, done: Word): Promise<void> => {
    await work.then(
      () => toggleNotification({ type: 'success', message: say(done) }),
      (refused: unknown) => toggleNotification({ type: 'danger', message: sayRefusal(refused, say) }),
    );
    reload();
  };
  return (
    <Page.Main>
      <Page.Title>{say('settings.webhooks')}</Page.Title>
      <Layouts.Header title={say('settings.webhooks')} subtitle={say('hint.settings.webhooks')} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {error ? <Failure error={error} onRetry={reload} /> : !value ? <Page.Loading>{say('loading')}</Page.Loading> : null}
          {fresh && <SecretOnce webhook={fresh} onRead={() => setFresh(null)} />}
          {value?.length === 0 && <EmptyStateLayout content={say('webhooks.empty')} />}
          {value && value.length > 0 && (
            <Box tag="ul" aria-label={say('settings.webhooks')} background="neutral0" hasRadius borderColor="neutral150">
              {value.map((webhook) => (
                <WebhookRow key={webhook.id} webhook={webhook} onChanged={reload} onSecret={made} act={act} />
              ))}
            </Box>
          )}
          <Card title={say('webhooks.create')}>
            <WebhookForm key={value?.length} webhook={null} onCreated={made} onSaved={reload} />
          </Card>
        </Flex>
        <Box paddingBottom={8} />
      </Layouts.Content>
    </Page.Main>
  );
};
