import { Badge, Box, Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { NewWebhook, Webhook } from '../../../contracts/webhooks';
import { useWords } from '../use-words';
import type { Word } from '../use-words';
import { removeWebhook, renewSecret } from './client';
import { WebhookForm } from './WebhookForm';
import { WebhookMessages } from './WebhookMessages';

interface Props {
  webhook: Webhook;
  onChanged(): void;
  onSecret(webhook: NewWebhook): void;
  act(work: Promise<unknown>, done: Word): Promise<void>;
}

/** One webhook: what it is told and where, with its form, its last messages, a new secret and its removal. */
export const WebhookRow = ({ webhook, onChanged, onSecret, act }: Props) => {
  const say = useWords();
  const [open, setOpen] = useState<'form' | 'messages' | null>(null);
  const { id, name, address, events, active, inConfig, failed } = webhook;
  const toggle = (part: 'form' | 'messages') => () => setOpen(open === part ? null : part);
  const renew = (): Promise<void> => act(renewSecret(id).then(onSecret), 'webhooks.renewed');
  const saved = (): void => {
    setOpen(null);
    onChanged();
  };
  return (
    <Box tag="li" padding={4} borderColor="neutral150" borderWidth="0 0 1px" borderStyle="solid">
      <Flex gap={4} wrap="wrap" justifyContent="space-between">
        <Box flex="1" minWidth="16rem" style={{ overflowWrap: 'anywhere' }}>
          <Typography tag="p" fontWeight="bold">
            {name} {!active && <Badge>{say('webhooks.off')}</Badge>} {failed > 0 && <Badge textColor="danger600">{say('webhooks.failed', { count: failed })}</Badge>}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {[address, ...events.map((each) => say(`webhook.${each}`)), ...(inConfig ? [say('webhooks.inConfig')] : [])].join(' · ')}
          </Typography>
        </Box>
        <Flex gap={2} wrap="wrap">
          <Button size="S" variant="secondary" aria-expanded={open === 'messages'} aria-label={say('webhooks.messagesOf', { name })} onClick={toggle('messages')}>
            {say('webhooks.messages')}
          </Button>
          {!inConfig && (
            <>
              <Button size="S" variant="tertiary" aria-expanded={open === 'form'} aria-label={say('categories.edit', { name })} onClick={toggle('form')}>
                {say('webhooks.edit')}
              </Button>
              <Button size="S" variant="tertiary" aria-label={say('webhooks.renewOf', { name })} onClick={() => void renew()}>
                {say('webhooks.renew')}
              </Button>
              <Dialog.Root>
                <Dialog.Trigger>
                  <Button size="S" variant="danger-light" aria-label={say('categories.remove', { name })}>
                    {say('webhooks.remove')}
                  </Button>
                </Dialog.Trigger>
                <ConfirmDialog onConfirm={() => act(removeWebhook(id), 'webhooks.removed')}>{say('webhooks.removeSure', { name })}</ConfirmDialog>
              </Dialog.Root>
            </>
          )}
        </Flex>
      </Flex>
      {open === 'form' && (
        <Box paddingTop={4}>
          <WebhookForm webhook={webhook} onSaved={saved} />
        </Box>
      )}
      {open === 'messages' && <WebhookMessages webhook={webhook} act={act} />}
    </Box>
  );
};
