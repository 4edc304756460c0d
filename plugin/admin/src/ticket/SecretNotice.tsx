import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { SecretKind } from '../../../contracts/secrets';
import { sayRefusal } from '../desk/refusal';
import { useRights } from '../desk/use-rights';
import { useWords } from '../use-words';
import { sayKinds } from './SecretChoice';

interface Props {
  secrets: SecretKind[] | undefined;
  /** Takes it out of the message and of every copy. */
  redact(): Promise<unknown>;
  onDone(): void;
}

/** That a message may have something secret in it, and the way to take it out. */
export const SecretNotice = ({ secrets = [], redact, onDone }: Props) => {
  const say = useWords();
  const { redact: may } = useRights();
  const { toggleNotification } = useNotification();
  const [working, setWorking] = useState(false);
  if (secrets.length === 0) return null;
  const act = async (): Promise<void> => {
    setWorking(true);
    try {
      await redact();
      toggleNotification({ type: 'success', message: say('secret.redacted') });
      onDone();
    } catch (error) {
      toggleNotification({ type: 'danger', message: sayRefusal(error, say) });
    } finally {
      setWorking(false);
    }
  };
  return (
    <Box background="warning100" borderColor="warning200" hasRadius padding={3} marginTop={4}>
      <Flex gap={3} wrap="wrap" justifyContent="space-between">
        <Typography textColor="neutral800">{say('secret.inMessage', { kinds: sayKinds(secrets, say) })}</Typography>
        {may && (
          <Button variant="secondary" loading={working} onClick={() => void act()}>
            {say('secret.redact')}
          </Button>
        )}
      </Flex>
    </Box>
  );
};
