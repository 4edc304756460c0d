import { Box, Button, Flex, Grid, Typography } from '@strapi/design-system';
import { Search } from '@strapi/icons';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import type { TrialAnswer } from '../../../contracts/search-words';
import { sayRefusal } from '../desk/refusal';
import { Card } from '../display/Card';
import { Line } from '../display/Line';
import { Problem } from '../display/Problem';
import { useWords } from '../use-words';
import { tryWords } from './client';
import { wordsOfDraft } from './words-draft';
import type { WordsDraft } from './words-draft';

interface Found {
  name: string;
  titles: string[];
  /** Those that the other list has not got. */
  others: string[];
}

const Titles = ({ name, titles, others }: Found) => {
  const say = useWords();
  const id = useId();
  return (
    <Box width="100%">
      <Typography tag="h3" id={id} fontWeight="bold">
        {name}
      </Typography>
      {titles.length === 0 ? (
        <Typography tag="p" textColor="neutral600">
          {say('synonyms.nothing')}
        </Typography>
      ) : (
        <Box tag="ol" aria-labelledby={id} paddingTop={1} paddingLeft={5} style={{ listStyle: 'decimal' }}>
          {titles.map((title) => (
            <Typography key={title} tag="li" fontWeight={others.includes(title) ? undefined : 'bold'}>
              {title}
            </Typography>
          ))}
        </Box>
      )}
    </Box>
  );
};

/** A search with the words that are kept and with those of the form, side by side. */
export const TryCard = ({ language, draft }: { language: string; draft: WordsDraft }) => {
  const say = useWords();
  const [text, setText] = useState('');
  const [found, setFound] = useState<TrialAnswer | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const look = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (text.trim() === '') return;
    setProblem(null);
    await tryWords(language, { text, ...wordsOfDraft(draft) }).then(setFound, (error: unknown) => setProblem(sayRefusal(error, say)));
  };
  return (
    <Card title={say('synonyms.try')}>
      <form onSubmit={(event) => void look(event)}>
        <Flex gap={3} wrap="wrap" alignItems="flex-start">
          <Box flex="1 1 20rem" minWidth={0} maxWidth="48rem">
            <Line label={say('synonyms.tryLabel')} hint={say('synonyms.tryHint')} value={text} onChange={setText} />
          </Box>
          <Box paddingTop={5}>
            <Button size="L" type="submit" variant="secondary" startIcon={<Search />}>
              {say('synonyms.tryButton')}
            </Button>
          </Box>
        </Flex>
      </form>
      <Box role="status" paddingTop={4}>
        {problem && <Problem>{problem}</Problem>}
        {found && (
          <Grid.Root gap={5}>
            <Grid.Item col={6} xs={12} alignItems="flex-start">
              <Titles name={say('synonyms.now')} titles={found.now} others={found.then} />
            </Grid.Item>
            <Grid.Item col={6} xs={12} alignItems="flex-start">
              <Titles name={say('synonyms.then')} titles={found.then} others={found.now} />
            </Grid.Item>
          </Grid.Root>
        )}
      </Box>
    </Card>
  );
};
