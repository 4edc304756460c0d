import { Button, Flex, IconButton, Typography, VisuallyHidden } from '@strapi/design-system';
import { Cross, Paperclip } from '@strapi/icons';
import { useRef } from 'react';
import type { ChangeEvent } from 'react';
import { useWords } from '../use-words';
import { useFileSize } from './use-file-size';
import type { Message } from './use-message';

const Attached = ({ message }: { message: Message }) => {
  const say = useWords();
  const sizeOf = useFileSize();
  return (
    <ul aria-label={say('attachment.list')}>
      {message.draft.attachments.map(({ id, name, size }) => (
        <Flex key={id} tag="li" gap={2} paddingBottom={1}>
          <Typography style={{ overflowWrap: 'anywhere' }}>{`${name} (${sizeOf(size)})`}</Typography>
          <IconButton variant="ghost" label={say('attachment.remove', { name })} onClick={() => message.detach(id)}>
            <Cross />
          </IconButton>
        </Flex>
      ))}
    </ul>
  );
};

/** Adds files to a message: each is uploaded at once and can be taken back. */
export const AttachFiles = ({ message }: { message: Message }) => {
  const say = useWords();
  const input = useRef<HTMLInputElement>(null);
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const files = [...(event.target.files ?? [])];
    // Otherwise the same file could not be chosen again after it was removed.
    event.target.value = '';
    void message.attach(files);
  };
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      {message.draft.attachments.length > 0 && <Attached message={message} />}
      <VisuallyHidden>
        <input ref={input} type="file" multiple tabIndex={-1} aria-label={say('attachment.choose')} onChange={choose} />
      </VisuallyHidden>
      <Button variant="tertiary" startIcon={<Paperclip />} loading={message.uploading !== null} disabled={message.sending} onClick={() => input.current?.click()}>
        {say('attachment.choose')}
      </Button>
      <Typography role="status" variant="pi" textColor="neutral600">
        {message.uploading ? say('attachment.uploading', { name: message.uploading }) : ''}
      </Typography>
    </Flex>
  );
};
