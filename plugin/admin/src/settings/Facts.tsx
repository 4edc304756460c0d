import { Box, Flex, Typography } from '@strapi/design-system';
import type { InstallationFacts } from '../../../contracts/settings';
import { Card } from '../display/Card';
import { useWords } from '../use-words';
import type { Say } from '../use-words';
import type { PolicyGroup } from './policy-groups';

type Row = readonly [name: string, value: string];

const rowsOf = (group: PolicyGroup, { url, brand, signIn, providers, mailTransport, mailProvider }: InstallationFacts, say: Say): Row[] => {
  const named = (name: string): string => (name === 'email' ? say('fact.email') : name);
  if (group === 'general') return [[say('fact.url'), url], [say('fact.brand'), brand]];
  if (group === 'mail') return [[say('fact.mailTransport'), mailTransport === 'mailbox' ? say('fact.mailbox') : say('fact.sends', { name: mailProvider })]];
  if (group !== 'authentication') return [];
  return [
    [say('fact.signIn'), say(`fact.${signIn}`)],
    [say('fact.providers'), providers.map(named).join(', ')],
    [say('fact.confirmation'), say('fact.confirmed')],
  ];
};

/** What only config/plugins.ts says, of the matters of one page; nothing where it says nothing. */
export const Facts = ({ group, facts }: { group: PolicyGroup; facts: InstallationFacts }) => {
  const say = useWords();
  const rows = rowsOf(group, facts, say);
  if (rows.length === 0) return null;
  return (
    <Card title={say('fact.title')}>
      <Box tag="dl">
        {rows.map(([name, value]) => (
          <Flex key={name} gap={4} wrap="wrap" paddingBottom={2} alignItems="flex-start">
            <Box tag="dt" width="22rem">
              <Typography textColor="neutral600">{name}</Typography>
            </Box>
            <Box tag="dd" flex="1" minWidth="20rem" style={{ overflowWrap: 'anywhere' }}>
              <Typography>{value}</Typography>
            </Box>
          </Flex>
        ))}
      </Box>
    </Card>
  );
};
