import { Box, Button, Flex } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { LanguageWords } from '../../../contracts/search-words';
import { useLoaded } from '../desk/use-loaded';
import type { Loaded } from '../desk/use-loaded';
import { Card } from '../display/Card';
import { Choice } from '../display/Choice';
import { Failure } from '../display/Failure';
import { Line } from '../display/Line';
import { Problem } from '../display/Problem';
import { useWords } from '../use-words';
import { listWords } from './client';
import { GroupsEditor } from './GroupsEditor';
import { TryCard } from './TryCard';
import { useWordsForm } from './use-words-form';

interface Props {
  all: LanguageWords[];
  words: LanguageWords;
  loaded: Loaded<LanguageWords[]>;
  onLanguage(language: string): void;
}

const LanguageChoice = ({ all, words, onLanguage }: Omit<Props, 'loaded'>) => {
  const say = useWords();
  const { formatDisplayName } = useIntl();
  const named = (language: string): string => formatDisplayName(language, { type: 'language' }) ?? language;
  return (
    <Box maxWidth="24rem">
      <Choice label={say('field.language')} value={words.language} options={all.map(({ language }) => ({ value: language, label: named(language) }))} onChange={onLanguage} />
    </Box>
  );
};

const Form = ({ all, words, loaded, onLanguage }: Props) => {
  const say = useWords();
  const form = useWordsForm(words, (saved) => loaded.replace(all.map((each) => (each.language === saved.language ? saved : each))));
  const save = (
    <Button startIcon={<Check />} loading={form.busy} onClick={() => void form.save()}>
      {say('action.save')}
    </Button>
  );
  return (
    <>
      <Layouts.Header title={say('settings.synonyms')} subtitle={say('hint.settings.synonyms')} primaryAction={save} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          {form.problem && <Problem>{form.problem}</Problem>}
          <LanguageChoice all={all} words={words} onLanguage={onLanguage} />
          <GroupsEditor form={form} language={words.language} />
          <Card title={say('synonyms.stopWords')}>
            <Line multiline label={say('synonyms.stopWordsLabel')} hint={say('synonyms.stopWordsHint')} value={form.draft.stopWords} error={form.stopWordsError} onChange={(stopWords) => form.change({ stopWords })} />
          </Card>
          <TryCard language={words.language} draft={form.draft} />
        </Flex>
        <Box paddingBottom={8} />
      </Layouts.Content>
    </>
  );
};

/** Synonyms and stop words, one language at a time. */
export const SynonymsPage = () => {
  const say = useWords();
  const loaded = useLoaded(listWords);
  const [chosen, setChosen] = useState<string | null>(null);
  const all = loaded.value ?? [];
  const words = all.find(({ language }) => language === chosen) ?? all[0];
  return (
    <Page.Main aria-busy={loaded.loading}>
      <Page.Title>{say('settings.synonyms')}</Page.Title>
      {loaded.error ? <Failure error={loaded.error} onRetry={loaded.reload} /> : words ? <Form key={words.language} all={all} words={words} loaded={loaded} onLanguage={setChosen} /> : <Page.Loading>{say('loading')}</Page.Loading>}
    </Page.Main>
  );
};
