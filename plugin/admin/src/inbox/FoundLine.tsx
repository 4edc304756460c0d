import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { InboxTicket } from '../../../contracts/desk';
import { useWords } from '../use-words';
import type { Say } from '../use-words';
import { markedParts } from './marked-parts';

const Line = styled.p`
  max-width: 72rem;
  margin-block-start: ${({ theme }) => theme.spaces[1]};
  overflow-wrap: anywhere;
  white-space: normal;

  mark {
    background: ${({ theme }) => theme.colors.warning100};
    color: inherit;
    font-weight: ${({ theme }) => theme.fontWeights.bold};
    text-decoration: underline ${({ theme }) => theme.colors.warning600};
    text-underline-offset: 0.2em;
  }
`;

type Found = NonNullable<InboxTicket['found']>;

const labelOf = ({ author, internal }: Found, say: Say): string => {
  if (author === null) return say('found.answer');
  return say(internal ? 'found.note' : 'found.message', { name: author });
};

/** The line of a message or an answer in which the words were found. */
export const FoundLine = ({ found }: { found: Found }) => {
  const say = useWords();
  return (
    <Line>
      <Typography variant="pi" textColor="neutral700">
        {labelOf(found, say)}{' '}
        {markedParts(found.text, found.marks).map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : text))}
      </Typography>
    </Line>
  );
};
