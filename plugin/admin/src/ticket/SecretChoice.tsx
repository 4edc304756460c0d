import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { SecretKind } from '../../../contracts/secrets';
import { useWords } from '../use-words';
import type { Say } from '../use-words';
import type { Message } from './use-message';

/** Kinds of secrets as a person says them. */
export const sayKinds = (kinds: SecretKind[], say: Say): string => [...new Set(kinds)].map((kind) => say(`secret.${kind}`)).join(', ');

/** What looks secret in a message that was not sent, and what to do with it. */
export const SecretChoice = ({ message, onSend }: { message: Pick<Message, 'secrets' | 'takeOut' | 'sending'>; onSend(): void }) => {
  const say = useWords();
  if (message.secrets.length === 0) return null;
  return (
    <Box role="alert" background="warning100" borderColor="warning200" hasRadius padding={4} width="100%">
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography fontWeight="bold" textColor="neutral800">
          {say('secret.title', { kinds: sayKinds(message.secrets, say) })}
        </Typography>
        <Typography textColor="neutral800">{say('secret.text')}</Typography>
        <Flex gap={2} wrap="wrap">
          <Button onClick={message.takeOut}>{say('secret.takeOut')}</Button>
          <Button variant="secondary" loading={message.sending} onClick={onSend}>
            {say('secret.anyway')}
          </Button>
        </Flex>
      </Flex>
    </Box>
  );
};
