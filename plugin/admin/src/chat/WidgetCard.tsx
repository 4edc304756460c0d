import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { styled } from 'styled-components';
import { widgetScript } from '../../../contracts/chat';
import { useLoaded } from '../desk/use-loaded';
import { Card } from '../display/Card';
import { readPolicy } from '../settings/client';
import { useWords } from '../use-words';

const Code = styled.code`
  display: block;
  padding: ${({ theme }) => theme.spaces[3]};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};
  color: ${({ theme }) => theme.colors.neutral800};
  font-family: monospace;
  font-size: ${({ theme }) => theme.fontSizes[2]};
  overflow-wrap: anywhere;
`;

/** The line that shows the widget on another site, and whether any site may show it. */
export const WidgetCard = () => {
  const say = useWords();
  const { toggleNotification } = useNotification();
  const policy = useLoaded(readPolicy).value;
  if (!policy) return null;
  const tag = `<script src="${new URL(`${policy.facts.url}${widgetScript}`, window.location.href).href}" defer></script>`;
  const origins = policy.lines.find(({ key }) => key === 'chat.origins')?.value;
  const copy = (): void =>
    void navigator.clipboard.writeText(tag).then(
      () => toggleNotification({ type: 'success', message: say('chats.copied') }),
      () => toggleNotification({ type: 'warning', message: say('chats.notCopied') }),
    );
  return (
    <Card title={say('chats.widget')}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography>{say('chats.widgetHint')}</Typography>
        <Code>{tag}</Code>
        <Typography role="status" textColor="neutral600">
          {say(Array.isArray(origins) && origins.length > 0 ? 'chats.someOrigins' : 'chats.noOrigins', { count: Array.isArray(origins) ? origins.length : 0 })}
        </Typography>
        <Box>
          <Button variant="secondary" onClick={copy}>
            {say('chats.copy')}
          </Button>
        </Box>
      </Flex>
    </Card>
  );
};
