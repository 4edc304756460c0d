import { Flex, Typography } from '@strapi/design-system';
import { useRBAC } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { knowledgeActions } from '../../../contracts/knowledge-desk';
import { sayRefusal } from '../desk/refusal';
import { useLoaded } from '../desk/use-loaded';
import { readFigures } from '../knowledge/client';
import { useWords } from '../use-words';

const asked = [{ action: knowledgeActions.read, subject: null }];
const days = '30';

const Figures = ({ document }: { document: string }) => {
  const say = useWords();
  const { value, error } = useLoaded(useCallback((signal: AbortSignal) => readFigures(days, signal), []));
  if (error) return <Typography>{sayRefusal(error, say)}</Typography>;
  if (!value) return <Typography>{say('loading')}</Typography>;
  const own = value.articles.find(({ article }) => article.document === document);
  if (!own) return <Typography textColor="neutral600">{say('readers.noFigures')}</Typography>;
  const lines = [
    say('readers.views', { count: own.views }),
    say('readers.offered', { count: own.shown, opened: own.opened }),
    say('readers.helpful', { yes: own.yes, no: own.no }),
    say('readers.solved', { count: own.solved }),
  ];
  return (
    <>
      {lines.map((line) => (
        <Typography key={line}>{line}</Typography>
      ))}
      <Typography variant="pi" textColor="neutral600">
        {say('knowledge.days', { count: Number(days) })}
      </Typography>
    </>
  );
};

/** What readers did with the article; for those who may see figures. */
export const ArticleFigures = ({ document }: { document: string }) => {
  const { allowedActions } = useRBAC(asked);
  if (!allowedActions.canRead) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={1} width="100%">
      <Figures document={document} />
    </Flex>
  );
};
