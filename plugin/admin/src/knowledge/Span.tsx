import { Moment } from '../display/Moment';
import { useWords } from '../use-words';

/** Since when something is missed, and when it was missed last. */
export const Span = ({ firstAt, lastAt }: { firstAt: string; lastAt: string }) => {
  const say = useWords();
  return (
    <>
      {say('gap.since')} <Moment at={firstAt} form="short" /> · {say('gap.last')} <Moment at={lastAt} />
    </>
  );
};
