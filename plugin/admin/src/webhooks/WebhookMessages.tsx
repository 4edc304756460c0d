import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { useCallback } from 'react';
import type { Webhook, WebhookMessage } from '../../../contracts/webhooks';
import { useLoaded } from '../desk/use-loaded';
import { Failure } from '../display/Failure';
import { Moment } from '../display/Moment';
import { useWords } from '../use-words';
import type { Word } from '../use-words';
import { listMessages, sendAgain, sendTest } from './client';

const Message = ({ message, onAgain }: { message: WebhookMessage; onAgain(): void }) => {
  const say = useWords();
  const { key, event, subject, state, attempts, status, error, nextAt, createdAt } = message;
  const answer = status === null ? (error ?? '') : String(status);
  return (
    <Flex tag="li" gap={3} wrap="wrap" justifyContent="space-between" paddingTop={2} paddingBottom={2}>
      <Box flex="1" minWidth="14rem" style={{ overflowWrap: 'anywhere' }}>
        <Typography tag="p">
          {say(`webhook.${event}`)} · {subject} <Badge>{say(`webhook.state.${state}`)}</Badge>
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          <Moment at={createdAt} form="full" /> · {say('mails.attempts', { count: attempts })}
          {answer && ` · ${say('webhooks.answered', { answer })}`}
          {nextAt && attempts > 0 && (
            <>
              {' · '}
              {say('mail.nextAt')} <Moment at={nextAt} form="full" />
            </>
          )}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {key}
        </Typography>
      </Box>
      {state !== 'queued' && (
        <Button size="S" variant="tertiary" aria-label={say('webhooks.againOf', { key })} onClick={onAgain}>
          {say('mails.again')}
        </Button>
      )}
    </Flex>
  );
};

/** The last messages of a webhook, how they ended, and a test. */
export const WebhookMessages = ({ webhook: { id, name }, act }: { webhook: Webhook; act(work: Promise<unknown>, done: Word): Promise<void> }) => {
  const say = useWords();
  const { value, error, reload } = useLoaded(useCallback((signal: AbortSignal) => listMessages(id, signal), [id]));
  const doing = (work: Promise<unknown>, done: Word): void => void act(work, done).then(reload);
  return (
    <Box paddingTop={4}>
      {error ? <Failure error={error} onRetry={reload} /> : null}
      {value?.length === 0 && <Typography tag="p">{say('webhooks.noMessages')}</Typography>}
      <Box tag="ul" aria-label={say('webhooks.messagesOf', { name })}>
        {value?.map((message) => (
          <Message key={message.id} message={message} onAgain={() => doing(sendAgain(id, message.id), 'webhooks.queued')} />
        ))}
      </Box>
      <Button size="S" variant="secondary" onClick={() => doing(sendTest(id), 'webhooks.tested')}>
        {say('webhooks.test')}
      </Button>
    </Box>
  );
};
