import { Flex } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { InboxTicket } from '../../../contracts/desk';
import { useWords } from '../use-words';

type Colleague = InboxTicket['present'][number];

const Initials = styled.span<{ $writing: boolean }>`
  display: inline-grid;
  place-items: center;
  min-width: 2.2rem;
  height: 2.2rem;
  padding-inline: 0.4rem;
  border: 2px ${({ $writing }) => ($writing ? 'solid' : 'dotted')} ${({ theme }) => theme.colors.warning600};
  border-radius: 1.1rem;
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1rem;
  font-weight: ${({ theme }) => theme.fontWeights.bold};
  line-height: 1;
`;

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((part) => [...part][0] ?? '')
    .slice(0, 2)
    .join('')
    .toLocaleUpperCase();

const Mark = ({ name, writing }: Colleague) => {
  const words = useWords()(writing ? 'presence.writing' : 'presence.looking', { name });
  return (
    <Initials $writing={writing} role="img" aria-label={words} title={words}>
      {initialsOf(name)}
    </Initials>
  );
};

/** Who else has a ticket on the screen: initials, with a full line around whoever is writing. */
export const Colleagues = ({ present }: { present: Colleague[] }) =>
  present.length > 0 && (
    <Flex gap={1}>
      {present.map((each) => (
        <Mark key={each.id} {...each} />
      ))}
    </Flex>
  );
