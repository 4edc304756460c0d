import { Flex, TextInput } from '@strapi/design-system';
import { styled } from 'styled-components';
import { ownAccent } from '../../../contracts/policy';
import { useWords } from '../use-words';

const Well = styled.input`
  inline-size: 4rem;
  block-size: 4rem;
  padding: 0.2rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  cursor: pointer;
`;

/** A colour, to pick or to type; empty for the portal's own. */
export const ColourInput = ({ label, value, disabled, onChange }: { label: string; value: string; disabled: boolean; onChange(value: string): void }) => {
  const say = useWords();
  return (
    <Flex gap={2}>
      <Well type="color" aria-label={say('theme.pick')} disabled={disabled} value={/^#[0-9a-f]{6}$/.test(value) ? value : ownAccent} onChange={(event) => onChange(event.target.value)} />
      <TextInput aria-label={label} placeholder={ownAccent} value={value} disabled={disabled} onChange={(event) => onChange(event.target.value.trim().toLowerCase())} />
    </Flex>
  );
};
