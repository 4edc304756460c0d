import { Button, Flex, Typography } from '@strapi/design-system';
import { useForm, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { sayRefusal } from '../desk/refusal';
import { Choice } from '../display/Choice';
import { makePreview } from '../knowledge/client';
import { useWords } from '../use-words';
import type { Say } from '../use-words';
import { useSegmentTitles } from './use-segment-titles';
import type { ArticleDocument } from './article-document';

const stranger = '-';
/** The segment of customers who are in no other. */
const standard = 'standard';

const readers = ({ segments }: ArticleDocument, titleOf: (name: string) => string, say: Say): { value: string; label: string }[] => [
  { value: stranger, label: say('preview.stranger') },
  ...[...new Set([standard, ...segments])].map((value) => ({ value, label: say('preview.segment', { name: titleOf(value) }) })),
];
/** Whoever the article is for. */
const likely = ({ segments, signedInOnly }: ArticleDocument): string => segments[0] ?? (signedInOnly ? standard : stranger);

interface Props {
  article: ArticleDocument;
  status: 'draft' | 'published';
}

/** Opens the saved article in the portal as one of its readers would see it, each time under an address of its own. */
export const Preview = ({ article, status }: Props) => {
  const say = useWords();
  const { titleOf } = useSegmentTitles();
  const modified = useForm('ArticlePreview', (form) => form.modified);
  const { toggleNotification } = useNotification();
  const [audience, setAudience] = useState(likely(article));
  const [busy, setBusy] = useState(false);
  const open = async (): Promise<void> => {
    // By the click itself: browsers take a window that comes after an answer for an advertisement.
    const tab = window.open('', '_blank');
    setBusy(true);
    try {
      const { url } = await makePreview({ document: article.documentId, language: article.locale ?? 'en', status, audience: audience === stranger ? null : audience });
      (tab ?? window).location.href = url;
    } catch (error) {
      tab?.close();
      toggleNotification({ type: 'danger', message: sayRefusal(error, say) });
    }
    setBusy(false);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Choice size="S" label={say('preview.as')} value={audience} options={readers(article, titleOf, say)} onChange={setAudience} />
      <Button fullWidth variant="secondary" disabled={modified} loading={busy} onClick={open}>
        {say('preview.open')}
      </Button>
      <Typography variant="pi" textColor="neutral600">
        {say(modified ? 'review.saveFirst' : 'preview.lifetime')}
      </Typography>
    </Flex>
  );
};
