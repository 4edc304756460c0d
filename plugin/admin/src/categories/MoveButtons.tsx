import { IconButton } from '@strapi/design-system';
import { ArrowDown, ArrowUp } from '@strapi/icons';
import { styled } from 'styled-components';
import { useWords } from '../use-words';

interface Props {
  name: string;
  first: boolean;
  last: boolean;
  onMove(by: -1 | 1): void;
}

// Strapi's look of disabled buttons would stand out more than the buttons that work.
const Quiet = styled(IconButton)`
  &[aria-disabled='true'] {
    border-color: transparent;
    background: transparent;
    opacity: 0.4;
  }
`;

/** Moves something one place. At the ends a button only says that it is off: a truly disabled one would drop the focus. */
export const MoveButtons = ({ name, first, last, onMove }: Props) => {
  const say = useWords();
  return (
    <>
      <Quiet variant="ghost" label={say('move.up', { name })} aria-disabled={first} onClick={() => !first && onMove(-1)}>
        <ArrowUp />
      </Quiet>
      <Quiet variant="ghost" label={say('move.down', { name })} aria-disabled={last} onClick={() => !last && onMove(1)}>
        <ArrowDown />
      </Quiet>
    </>
  );
};
