import { Box, Button, Flex, Status, Typography } from '@strapi/design-system';
import { unstable_useDocumentActions, useForm, useRBAC } from '@strapi/strapi/admin';
import { useState } from 'react';
import { knowledgeActions } from '../../../contracts/knowledge-desk';
import { articleType } from '../places';
import { useWords } from '../use-words';
import type { ArticleDocument, ReviewState } from './article-document';
import { Schedule } from './Schedule';

const asked = [{ action: knowledgeActions.publish, subject: null }];
const variants = { draft: 'secondary', in_review: 'warning', approved: 'success' } as const;

/** The states that can follow; approving is for those who may publish. */
const following = (state: ReviewState, mayApprove: boolean): ReviewState[] => {
  const steps: Record<ReviewState, ReviewState[]> = { draft: ['in_review', 'approved'], in_review: ['approved', 'draft'], approved: ['draft'] };
  return steps[state].filter((each) => mayApprove || each !== 'approved');
};

const Steps = ({ article: { documentId, locale, reviewState } }: { article: ArticleDocument }) => {
  const say = useWords();
  const { allowedActions } = useRBAC(asked);
  const { update } = unstable_useDocumentActions();
  const modified = useForm('ArticleReview', (form) => form.modified);
  const [busy, setBusy] = useState(false);
  const change = async (state: ReviewState): Promise<void> => {
    setBusy(true);
    await update({ collectionType: 'collection-types', model: articleType, documentId, params: locale ? { locale } : {} }, { reviewState: state });
    setBusy(false);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {following(reviewState, allowedActions.canPublish ?? false).map((state) => (
        <Button key={state} fullWidth variant={state === 'draft' ? 'tertiary' : 'secondary'} disabled={modified || busy} onClick={() => change(state)}>
          {say(`step.${state}`)}
        </Button>
      ))}
      {modified && (
        <Typography variant="pi" textColor="neutral600">
          {say('review.saveFirst')}
        </Typography>
      )}
    </Flex>
  );
};

/** How far the review is and what comes next. Its buttons wait for a save, because a change of the state reads the form anew. */
export const Review = ({ article }: { article: ArticleDocument }) => {
  const say = useWords();
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <Box>
        <Status variant={variants[article.reviewState]} size="S" display="inline-block">
          <Typography variant="pi" fontWeight="bold" textColor="neutral800">
            {say(`approval.${article.reviewState}`)}
          </Typography>
        </Status>
      </Box>
      <Steps article={article} />
      <Schedule article={article} />
    </Flex>
  );
};
