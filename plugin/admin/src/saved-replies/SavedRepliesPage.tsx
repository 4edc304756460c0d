import { Button, EmptyStateLayout, Flex } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import type { SavedReply } from '../../../contracts/saved-replies';
import { sayRefusal } from '../desk/refusal';
import { useLoaded } from '../desk/use-loaded';
import { useRights } from '../desk/use-rights';
import { Failure } from '../display/Failure';
import { Problem } from '../display/Problem';
import { useWords } from '../use-words';
import { listSavedReplies, removeSavedReply } from './client';
import { SavedReplyForm } from './SavedReplyForm';
import { SavedReplyRow } from './SavedReplyRow';

/** All saved replies that the agent can use, with a form for one at a time. */
export const SavedRepliesPage = () => {
  const say = useWords();
  const rights = useRights();
  const loaded = useLoaded(useCallback((signal: AbortSignal) => listSavedReplies(signal), []));
  const [edited, setEdited] = useState<SavedReply | 'new' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const remove = (reply: SavedReply): Promise<void> => removeSavedReply(reply.id).then(loaded.reload, (error: unknown) => setProblem(sayRefusal(error, say)));
  const replies = loaded.value ?? [];
  return (
    <Page.Main aria-busy={loaded.loading}>
      <Page.Title>{say('savedReplies.title')}</Page.Title>
      <Layouts.Header
        title={say('savedReplies.title')}
        subtitle={say('savedReplies.subtitle')}
        primaryAction={
          <Button startIcon={<Plus />} onClick={() => setEdited('new')}>
            {say('savedReplies.create')}
          </Button>
        }
      />
      <Layouts.Content>
        {problem && <Problem>{problem}</Problem>}
        {loaded.error ? <Failure error={loaded.error} onRetry={loaded.reload} /> : null}
        {loaded.value && replies.length === 0 && <EmptyStateLayout content={say('savedReplies.empty')} />}
        {replies.length > 0 && (
          <Flex tag="ul" direction="column" alignItems="stretch" background="neutral0" hasRadius borderColor="neutral150">
            {replies.map((reply) => (
              <SavedReplyRow key={reply.id} reply={reply} mayChange={!reply.shared || rights.savedReplies} onEdit={() => setEdited(reply)} onRemove={() => remove(reply)} />
            ))}
          </Flex>
        )}
      </Layouts.Content>
      {edited && <SavedReplyForm reply={edited === 'new' ? undefined : edited} mayShare={rights.savedReplies} onClose={() => setEdited(null)} onSaved={loaded.reload} />}
    </Page.Main>
  );
};
