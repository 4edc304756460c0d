import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { NewWebhook } from '../../../contracts/webhooks';
import { Card } from '../display/Card';
import { useWords } from '../use-words';

/** The secret of a webhook, which is told only this once. */
export const SecretOnce = ({ webhook, onRead }: { webhook: NewWebhook; onRead(): void }) => {
  const say = useWords();
  return (
    <Card title={say('webhooks.secretOf', { name: webhook.name })}>
      <Flex direction="column" alignItems="stretch" gap={3} role="status">
        <Typography tag="p">{say('webhooks.secretOnce')}</Typography>
        <Box tag="code" dir="ltr" padding={3} background="neutral100" hasRadius fontSize={2} style={{ overflowWrap: 'anywhere' }}>
          {webhook.secret}
        </Box>
        <Box>
          <Button variant="secondary" onClick={onRead}>
            {say('webhooks.secretKept')}
          </Button>
        </Box>
      </Flex>
    </Card>
  );
};
