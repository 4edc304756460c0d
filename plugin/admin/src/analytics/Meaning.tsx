import { Box, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import { useWords } from '../use-words';

const Ask = styled.button`
  display: inline-grid;
  place-items: center;
  width: 2.4rem;
  height: 2.4rem;
  flex: none;
  border: 1px solid ${({ theme }) => theme.colors.neutral300};
  border-radius: 50%;
  background: none;
  color: ${({ theme }) => theme.colors.neutral600};
  font-size: ${({ theme }) => theme.fontSizes[1]};
  cursor: pointer;

  &:hover,
  &[aria-expanded='true'] {
    border-color: ${({ theme }) => theme.colors.primary600};
    color: ${({ theme }) => theme.colors.primary600};
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

interface ButtonProps {
  /** The figure's name. */
  about: string;
  open: boolean;
  controls: string;
  onToggle(): void;
}

/** Asks what a figure counts. */
export const MeaningButton = ({ about, open, controls, onToggle }: ButtonProps) => {
  const say = useWords();
  return (
    <Ask type="button" aria-expanded={open} aria-controls={controls} aria-label={say('analytics.meaningOf', { name: about })} onClick={onToggle}>
      ?
    </Ask>
  );
};

/** Says it, once it was asked. */
export const Meaning = ({ id, open, children }: { id: string; open: boolean; children: ReactNode }) => (
  <Box id={id}>
    {open && (
      <Box paddingTop={1} paddingBottom={3} maxWidth="60ch">
        <Typography variant="pi" textColor="neutral600">
          {children}
        </Typography>
      </Box>
    )}
  </Box>
);
