import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import type { DeadLetter } from '../../../contracts/mails';
import { Moment } from '../display/Moment';
import { useWords } from '../use-words';
import type { Word } from '../use-words';

interface Props {
  mail: DeadLetter;
  busy: boolean;
  onAgain(): void;
  onGiveUp(): void;
}

const named = new Set(['received', 'reply', 'message', 'solved', 'added', 'incident']);

/** One mail that was not taken: to whom, about what, what the server said, and what can be done. */
export const FailedMailRow = ({ mail, busy, onAgain, onGiveUp }: Props) => {
  const say = useWords();
  const { to, subject, state, nextAt, kind, attempts, error, failedAt } = mail;
  const about = kind === null ? say('mails.account') : named.has(kind) ? say(`notice.${kind}` as Word) : kind;
  return (
    <Flex tag="li" gap={4} wrap="wrap" justifyContent="space-between" padding={4} borderColor="neutral150" borderWidth="0 0 1px" borderStyle="solid">
      <Box flex="1" minWidth="18rem" style={{ overflowWrap: 'anywhere' }}>
        <Typography tag="p" fontWeight="bold">
          <bdi>{subject}</bdi> <Badge>{say(state === 'failed' ? 'mail.failed' : 'mail.waiting')}</Badge>
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {say('mails.to', { address: to })} · {about} · {say('mails.attempts', { count: attempts })} · <Moment at={failedAt} form="full" />
          {nextAt && (
            <>
              {' · '}
              {say('mail.nextAt')} <Moment at={nextAt} form="full" />
            </>
          )}
        </Typography>
        <Typography tag="p" variant="pi" textColor="danger600">
          {error}
        </Typography>
      </Box>
      {state === 'failed' && (
        <Flex gap={2}>
          <Button size="S" variant="secondary" disabled={busy} aria-label={say('mails.againOf', { subject })} onClick={onAgain}>
            {say('mails.again')}
          </Button>
          <Button size="S" variant="tertiary" disabled={busy} aria-label={say('mails.giveUpOf', { subject })} onClick={onGiveUp}>
            {say('mails.giveUp')}
          </Button>
        </Flex>
      )}
    </Flex>
  );
};
