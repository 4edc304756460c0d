import { Box, Field, Flex, Tag, TextInput } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useWords } from '../use-words';
import type { ChangeTicket } from './use-ticket-change';

/** The words on a ticket: Enter puts one on, its cross takes it off. */
export const TicketTags = ({ tags, disabled, onChange }: { tags: string[]; disabled: boolean; onChange: ChangeTicket }) => {
  const say = useWords();
  const [typed, setTyped] = useState('');
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || typed.trim() === '') return;
    event.preventDefault();
    const tag = typed.trim().toLowerCase();
    void onChange({ addTags: [typed] }, { tags: [...new Set([...tags, tag])].sort() });
    setTyped('');
  };
  return (
    <Field.Root width="100%" hint={disabled ? undefined : say('tags.hint')}>
      <Field.Label>{say('tags.title')}</Field.Label>
      {tags.length > 0 && (
        <Flex gap={1} wrap="wrap">
          {tags.map((tag) => (
            <Tag key={tag} icon={<Cross aria-hidden />} label={say('tags.remove', { tag })} disabled={disabled} onClick={() => void onChange({ removeTags: [tag] }, { tags: tags.filter((each) => each !== tag) })}>
              {tag}
            </Tag>
          ))}
        </Flex>
      )}
      {!disabled && (
        <Box paddingTop={1}>
          <TextInput value={typed} onKeyDown={onKeyDown} onChange={(event) => setTyped(event.target.value)} />
        </Box>
      )}
      <Field.Hint />
    </Field.Root>
  );
};
