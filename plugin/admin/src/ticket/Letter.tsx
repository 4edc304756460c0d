import { Flex, Typography } from '@strapi/design-system';
import { Lock } from '@strapi/icons';
import type { ReactNode } from 'react';
import type { DeskComment } from '../../../contracts/desk';
import { Moment } from '../display/Moment';
import { Paper } from '../display/Paper';
import { useWords } from '../use-words';
import { AttachmentList } from './AttachmentList';
import { FromMail } from './FromMail';
import { LetterText } from './LetterText';

const NoteLabel = () => {
  const say = useWords();
  return (
    <Flex gap={2} paddingBottom={3}>
      <Lock width="1.2rem" height="1.2rem" aria-hidden />
      <Typography variant="pi" fontWeight="bold" textColor="neutral800">
        {say('note.label')}
      </Typography>
    </Flex>
  );
};

/** One message of the conversation, or a note that only agents see. */
export const Letter = ({ comment, children }: { comment: DeskComment; children?: ReactNode }) => {
  const say = useWords();
  const { author, internal } = comment;
  const id = `portal-letter-${comment.id}`;
  return (
    <Paper tag="article" aria-labelledby={id} padding={5} $tone={internal ? 'note' : author.kind}>
      {internal && <NoteLabel />}
      <Flex justifyContent="space-between" wrap="wrap" gap={2} paddingBottom={3}>
        <Typography id={id} tag="h3" variant="omega" fontWeight="bold">
          {say(author.kind === 'customer' ? 'letter.customer' : 'letter.agent', { name: author.name })}
        </Typography>
        <Typography variant="pi" textColor="neutral700">
          <Moment at={comment.createdAt} form="full" />
        </Typography>
      </Flex>
      <LetterText html={comment.html} />
      <AttachmentList attachments={comment.attachments} />
      {comment.mail && <FromMail mail={comment.mail} />}
      {children}
    </Paper>
  );
};
