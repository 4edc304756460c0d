import { Box, Flex, Typography } from '@strapi/design-system';
import type { InstallationSettings } from '../../../contracts/settings';
import { Card } from '../display/Card';
import { useWords } from '../use-words';

/** What only config/plugins.ts says. */
export const Facts = ({ facts: { url, brand, signIn, providers, mailFrom } }: Pick<InstallationSettings, 'facts'>) => {
  const say = useWords();
  const rows = [
    [say('fact.url'), url],
    [say('fact.brand'), brand],
    [say('fact.signIn'), signIn],
    [say('fact.providers'), providers.map((name) => (name === 'email' ? name : say('fact.notYet', { name }))).join(', ')],
    [say('fact.mailFrom'), mailFrom],
  ];
  return (
    <Card title={say('fact.title')}>
      <Box tag="dl">
        {rows.map(([name, value]) => (
          <Flex key={name} gap={4} wrap="wrap" paddingBottom={2}>
            <Box tag="dt" minWidth="16rem">
              <Typography textColor="neutral600">{name}</Typography>
            </Box>
            <Box tag="dd" style={{ overflowWrap: 'anywhere' }}>
              <Typography>{value}</Typography>
            </Box>
          </Flex>
        ))}
      </Box>
    </Card>
  );
};
