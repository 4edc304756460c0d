import { Button, Flex, Typography } from '@strapi/design-system';
import { useAuth } from '@strapi/strapi/admin';
import type { HeldReply } from '../../../contracts/desk';
import { Paper } from '../display/Paper';
import { useWords } from '../use-words';
import { useSecondsLeft } from './UndoBar';

/** A reply that is not sent yet; its author can take it back. */
export const HeldLetter = ({ held, onUndo }: { held: HeldReply; onUndo(): void }) => {
  const say = useWords();
  const me = Number(useAuth('HeldLetter', (state) => state.user?.id));
  const left = useSecondsLeft(held.releaseAt);
  return (
    <Paper tag="article" aria-label={say('undo.held', { name: held.agent.name })} padding={5} $tone="agent">
      <Flex justifyContent="space-between" wrap="wrap" gap={2} paddingBottom={3}>
        <Typography fontWeight="bold">{say('undo.held', { name: held.agent.name })}</Typography>
        {held.agent.id === me && left > 0 && (
          <Button variant="secondary" onClick={onUndo}>
            {say('undo.act')}
          </Button>
        )}
      </Flex>
      <Typography style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{held.body}</Typography>
    </Paper>
  );
};
