import { Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { TakenGap } from '../../../contracts/knowledge-desk';
import { sayRefusal } from '../desk/refusal';
import { Moment } from '../display/Moment';
import { articlePath } from '../places';
import { useWords } from '../use-words';
import { startDraft } from './client';

interface Props {
  gap: string;
  /** What the draft is about, for those who hear the button alone. */
  about: string;
  taken: TakenGap | null;
}

/** Makes a draft of a gap and leads to it; a gap that somebody took leads to his. */
export const DraftButton = ({ gap, about, taken }: Props) => {
  const say = useWords();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState(false);
  const start = async (): Promise<void> => {
    setBusy(true);
    try {
      const { document, language } = await startDraft(gap);
      navigate(articlePath(document, language));
    } catch (error) {
      toggleNotification({ type: 'danger', message: sayRefusal(error, say) });
      setBusy(false);
    }
  };
  const word = say(taken ? 'gap.openDraft' : 'gap.startDraft');
  return (
    <Flex direction="column" alignItems="flex-end" gap={1}>
      <Button variant={taken ? 'tertiary' : 'secondary'} loading={busy} aria-label={`${word}: ${about}`} onClick={start}>
        {word}
      </Button>
      {taken && (
        <Typography variant="pi" textColor="neutral600">
          {say('gap.taken', { name: taken.by })} <Moment at={taken.at} />
        </Typography>
      )}
    </Flex>
  );
};
