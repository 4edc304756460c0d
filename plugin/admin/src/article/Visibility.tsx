import { Flex, Typography } from '@strapi/design-system';
import { useWords } from '../use-words';
import { useSegmentTitles } from './use-segment-titles';
import type { ArticleDocument } from './article-document';

/** Who may read the article once it is published. */
export const Visibility = ({ article: { segments, signedInOnly } }: { article: ArticleDocument }) => {
  const say = useWords();
  const { titleOf } = useSegmentTitles();
  const whom = segments.length > 0 ? say('readers.segments', { names: segments.map(titleOf).join(', ') }) : say(signedInOnly ? 'readers.signedIn' : 'readers.everybody');
  return (
    <Flex direction="column" alignItems="stretch" gap={1} width="100%">
      <Typography>{whom}</Typography>
    </Flex>
  );
};
