import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { InboxTicket } from '../../../contracts/desk';
import { useWords } from '../use-words';
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
  }
`;

/** The line of a message in which the words were found. */
export const FoundLine = ({ found }: { found: NonNullable<InboxTicket['found']> }) => {
  const say = useWords();
  return (
    <Line>
      <Typography variant="pi" textColor="neutral700">
        {say(found.internal ? 'found.note' : 'found.message', { name: found.author })}{' '}
        {markedParts(found.text, found.marks).map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : text))}
      </Typography>
    </Line>
  );
};
