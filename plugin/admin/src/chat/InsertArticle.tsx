import { Box, Button, Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system';
import { useEffect, useState } from 'react';
import type { SearchHit } from '../../../contracts/knowledge';
import { putInto, returnToField } from '../ticket/InsertSavedReply';
import { useWords } from '../use-words';
import { findArticles } from './client';

interface Props {
  name: string;
  text: string;
  onWrite(text: string): void;
  /** Address of the portal. */
  portal: string;
  /** Of the visitor. */
  language: string;
}

const pauseMs = 250;

/** What is found while somebody types; null before he has. */
const useFound = (words: string, language: string): SearchHit[] | null => {
  const [found, setFound] = useState<SearchHit[] | null>(null);
  useEffect(() => {
    if (words.trim() === '') return setFound(null);
    const aborter = new AbortController();
    const timer = setTimeout(() => void findArticles(words, language, aborter.signal).then(({ hits }) => setFound(hits), () => !aborter.signal.aborted && setFound([])), pauseMs);
    return () => {
      clearTimeout(timer);
      aborter.abort();
    };
  }, [words, language]);
  return found;
};

const Finder = ({ language, onPick }: { language: string; onPick(hit: SearchHit): void }) => {
  const say = useWords();
  const [words, setWords] = useState('');
  const found = useFound(words, language);
  return (
    <>
      <Field.Root hint={say('chats.articleHint')}>
        <Field.Label>{say('chats.articleSearch')}</Field.Label>
        <TextInput autoFocus value={words} onChange={(event) => setWords(event.target.value)} />
        <Field.Hint />
      </Field.Root>
      <Typography role="status" textColor="neutral600">
        {found && found.length === 0 ? say('chats.articleNone') : ''}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2} paddingTop={3}>
        {(found ?? []).map((hit) => (
          <Box key={hit.article.slug} tag="li">
            <Button variant="tertiary" fullWidth onClick={() => onPick(hit)}>
              {hit.article.title}
            </Button>
          </Box>
        ))}
      </Flex>
    </>
  );
};

/** Finds an article that everybody may read, and puts a link to it where the cursor is. */
export const InsertArticle = ({ name, text, onWrite, portal, language }: Props) => {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
    returnToField(name);
  };
  const pick = ({ article }: SearchHit): void => {
    setOpen(false);
    putInto(name, text, `[${article.title.replace(/[[\]]/g, '')}](${portal}/articles/${article.slug})`, onWrite);
  };
  return (
    <>
      <Button variant="tertiary" onClick={() => setOpen(true)}>
        {say('chats.insertArticle')}
      </Button>
      <Modal.Root open={open} onOpenChange={(next: boolean) => !next && close()}>
        <Modal.Content>
          <Modal.Header closeLabel={say('action.cancel')}>
            <Modal.Title>{say('chats.insertArticle')}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Finder language={language} onPick={pick} />
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
    </>
  );
};
