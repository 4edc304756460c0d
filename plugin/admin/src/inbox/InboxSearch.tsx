import { SearchForm, Searchbar } from '@strapi/design-system';
import { useEffect, useState } from 'react';
import type { FormEvent } from 'react';
import { styled } from 'styled-components';
import { useWords } from '../use-words';

// The cross that clears the words is smaller than a finger otherwise.
const Wide = styled.div`
  button {
    display: inline-grid;
    place-items: center;
    min-width: 2.4rem;
    min-height: 2.4rem;
  }

  /* The design system keeps the room for its signs left and right, whichever way the words run. */
  [dir='rtl'] & div:has(> input) {
    padding-inline: ${({ theme }) => theme.spaces[2]} 0;
  }

  [dir='rtl'] & input {
    padding-inline: ${({ theme }) => theme.spaces[4]} 0;
  }
`;

/** Search over subjects, references and messages; asks when Enter is pressed. */
export const InboxSearch = ({ value, onSearch }: { value: string; onSearch(words: string): void }) => {
  const say = useWords();
  const [typed, setTyped] = useState(value);
  // Back and the view tabs change the search from outside.
  useEffect(() => setTyped(value), [value]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSearch(typed.trim());
  };
  return (
    <Wide>
      <SearchForm onSubmit={submit}>
        <Searchbar name="_q" size="S" value={typed} onChange={(event) => setTyped(event.target.value)} onClear={() => onSearch('')} clearLabel={say('search.clear')} placeholder={say('search.placeholder')}>
          {say('search.label')}
        </Searchbar>
      </SearchForm>
    </Wide>
  );
};
