import { Box, Button, Flex, ProgressBar, Typography } from '@strapi/design-system';
import { useRBAC } from '@strapi/strapi/admin';
import { knowledgeActions } from '../../../contracts/knowledge-desk';
import type { IndexState } from '../../../contracts/knowledge-desk';
import { Card } from '../display/Card';
import { Failure } from '../display/Failure';
import { Problem } from '../display/Problem';
import { useWords } from '../use-words';
import type { Say } from '../use-words';
import { isRebuilding, useIndex } from './use-index';

const asked = [{ action: knowledgeActions.rebuild, subject: null }];

const health = ({ ready, behind, rebuild }: IndexState, say: Say): string => {
  if (rebuild?.failure) return say('index.failed', { reason: rebuild.failure });
  if (!ready) return say('index.notReady');
  return behind ? say('index.behind', { count: behind }) : say('index.ready');
};

/** What is wrong comes as the server says it: it names settings, which have one language. */
const Vectors = ({ vectors: { state, model, held, wanted, problem } }: Pick<IndexState, 'vectors'>) => {
  const say = useWords();
  if (state === 'off') return null;
  if (state === 'failing') {
    return (
      <Box paddingTop={3} style={{ overflowWrap: 'anywhere' }}>
        <Problem>{problem ?? ''}</Problem>
      </Box>
    );
  }
  return (
    <Typography tag="p" variant="pi" textColor="neutral600">
      {say(`index.vectors.${state}`, { held, wanted, model: model ?? '' })}
    </Typography>
  );
};

const State = ({ state }: { state: IndexState }) => {
  const say = useWords();
  const { documents, passages, examples, languages, rebuild } = state;
  const busy = isRebuilding(state);
  return (
    <Box>
      <Typography tag="p" role="status">
        {busy && rebuild ? say('index.rebuilding', { done: rebuild.done, total: rebuild.total }) : health(state, say)}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {[say('index.documents', { count: documents }), say('index.passages', { count: passages }), say('index.examples', { count: examples }), languages.join(', ')].filter(Boolean).join(' · ')}
      </Typography>
      <Vectors vectors={state.vectors} />
      {busy && rebuild && (
        <Box paddingTop={3} maxWidth="40rem">
          <ProgressBar value={rebuild.total > 0 ? Math.round((100 * rebuild.done) / rebuild.total) : 0} aria-label={say('index.progress')} />
        </Box>
      )}
    </Box>
  );
};

/** Whether the search knows all articles, and a way to build it anew. */
export const IndexHealth = () => {
  const say = useWords();
  const { index, problem, rebuild } = useIndex();
  const { allowedActions } = useRBAC(asked);
  const button = allowedActions.canRebuild && (
    <Button variant="tertiary" loading={isRebuilding(index.value)} onClick={rebuild}>
      {say('index.rebuild')}
    </Button>
  );
  return (
    <Card title={say('index.title')} action={button}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        {problem && <Problem>{problem}</Problem>}
        {index.error ? <Failure error={index.error} onRetry={index.reload} /> : index.value ? <State state={index.value} /> : <Typography>{say('loading')}</Typography>}
      </Flex>
    </Card>
  );
};
