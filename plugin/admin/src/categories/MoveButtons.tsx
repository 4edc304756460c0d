import { IconButton } from '@strapi/design-system';
import { ArrowDown, ArrowUp } from '@strapi/icons';
import { useWords } from '../use-words';

interface Props {
  name: string;
  first: boolean;
  last: boolean;
  onMove(by: -1 | 1): void;
}

/** Moves something one place. At the ends a button only says that it is off: a truly disabled one would drop the focus. */
export const MoveButtons = ({ name, first, last, onMove }: Props) => {
  const say = useWords();
  return (
    <>
      <IconButton variant="ghost" label={say('move.up', { name })} aria-disabled={first} onClick={() => !first && onMove(-1)}>
        <ArrowUp />
      </IconButton>
      <IconButton variant="ghost" label={say('move.down', { name })} aria-disabled={last} onClick={() => !last && onMove(1)}>
        <ArrowDown />
      </IconButton>
    </>
  );
};
