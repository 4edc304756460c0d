import { Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { styled } from 'styled-components';
import type { TakenBack } from '../../../contracts/desk';
import { takeBackReply } from '../desk/client';
import { noteLastSent, useLastSent } from '../desk/last-sent';
import type { LastSent } from '../desk/last-sent';
import { sayRefusal } from '../desk/refusal';
import { useShortcuts } from '../desk/use-shortcuts';
import { ticketPath } from '../places';
import { useWords } from '../use-words';
import { keepBeforeDraft, replyKey } from './use-draft';

const Bar = styled(Flex)`
  position: fixed;
  z-index: 3;
  inset-block-end: ${({ theme }) => theme.spaces[5]};
  inset-inline: 0;
  width: max-content;
  max-width: calc(100% - 2rem);
  margin-inline: auto;
  padding: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[5]}`};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme }) => theme.shadows.popupShadow};
`;

/** Seconds that are left, each second anew. */
export const useSecondsLeft = (until: string): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((new Date(until).getTime() - now) / 1000));
};

/** Takes a reply back: into its open composer, or into the kept draft of its ticket, which opens then. */
export const useTakeBack = (open: string | undefined, onTakenBack: (taken: TakenBack) => void): ((sent: Pick<LastSent, 'reference' | 'id'>) => Promise<void>) => {
  const say = useWords();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  return async ({ reference, id }) => {
    try {
      const taken = await takeBackReply(reference, id);
      noteLastSent(null);
      if (reference === open) return onTakenBack(taken);
      keepBeforeDraft(replyKey(reference), taken);
      navigate(ticketPath(reference));
    } catch (error) {
      noteLastSent(null);
      toggleNotification({ type: 'warning', message: sayRefusal(error, say) });
    }
  };
};

const Offer = ({ sent, onUndo }: { sent: LastSent; onUndo(): void }) => {
  const say = useWords();
  const left = useSecondsLeft(sent.releaseAt);
  useEffect(() => {
    if (left === 0) noteLastSent(null);
  }, [left]);
  useShortcuts({ z: onUndo });
  return (
    <Bar gap={4}>
      <Typography role="status">{say('undo.sending', { reference: sent.reference })}</Typography>
      <Typography aria-hidden textColor="neutral600">
        {say('undo.left', { seconds: left })}
      </Typography>
      <Button variant="secondary" onClick={onUndo}>
        {say('undo.act')}
      </Button>
    </Bar>
  );
};

/** Offers to take the last reply back, on whatever page of the desk the agent is by now. */
export const UndoBar = ({ open, onTakenBack }: { open?: string; onTakenBack(taken: TakenBack): void }) => {
  const sent = useLastSent();
  const takeBack = useTakeBack(open, onTakenBack);
  return sent && <Offer key={sent.id} sent={sent} onUndo={() => void takeBack(sent)} />;
};
