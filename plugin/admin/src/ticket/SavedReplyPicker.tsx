import { Box, Field, Modal, TextInput, Typography } from '@strapi/design-system';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { styled } from 'styled-components';
import type { SavedReply } from '../../../contracts/saved-replies';
import { useLoaded } from '../desk/use-loaded';
import { listSavedReplies } from '../saved-replies/client';
import { useWords } from '../use-words';

const Option = styled.li`
  padding: ${({ theme }) => theme.spaces[3]};
  border-radius: ${({ theme }) => theme.borderRadius};
  cursor: pointer;

  &[aria-selected='true'] {
    background: ${({ theme }) => theme.colors.primary100};
  }
`;

interface Props {
  onPick(reply: SavedReply): void;
  onClose(): void;
}

const fits = ({ name, body }: SavedReply, words: string): boolean => `${name} ${body}`.toLowerCase().includes(words.trim().toLowerCase());

/** What was typed finds replies; the arrows and Enter choose one. */
const Search = ({ onPick }: Pick<Props, 'onPick'>) => {
  const say = useWords();
  const all = useLoaded(useCallback((signal: AbortSignal) => listSavedReplies(signal), [])).value;
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const found = (all ?? []).filter((reply) => fits(reply, words));
  const current = Math.min(at, found.length - 1);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt(Math.max(0, Math.min(found.length - 1, current + step)));
    const chosen = found[current];
    if (event.key === 'Enter' && chosen) onPick(chosen);
    if (step !== undefined || event.key === 'Enter') event.preventDefault();
  };
  return (
    <>
      <Field.Root>
        <Field.Label>{say('savedReplies.search')}</Field.Label>
        <TextInput ref={input} role="combobox" aria-expanded aria-controls="portal-saved-replies" aria-activedescendant={found[current] ? `portal-saved-reply-${found[current].id}` : undefined} value={words} onKeyDown={onKeyDown} onChange={(event) => setWords(event.target.value)} />
      </Field.Root>
      <Box tag="ul" id="portal-saved-replies" role="listbox" aria-label={say('savedReplies.title')} paddingTop={3}>
        {found.map((reply, index) => (
          <Option key={reply.id} id={`portal-saved-reply-${reply.id}`} role="option" aria-selected={index === current} onClick={() => onPick(reply)}>
            <Typography fontWeight="bold">{reply.name}</Typography>
            <Typography tag="p" variant="pi" textColor="neutral600" ellipsis>
              {reply.body}
            </Typography>
          </Option>
        ))}
      </Box>
      {all && found.length === 0 && <Typography textColor="neutral600">{say(all.length === 0 ? 'savedReplies.empty' : 'savedReplies.none')}</Typography>}
    </>
  );
};

/** Finds a saved reply and hands it over. */
export const SavedReplyPicker = ({ onPick, onClose }: Props) => {
  const say = useWords();
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={say('action.cancel')}>
          <Modal.Title>{say('savedReplies.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Search onPick={onPick} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
};
