import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { ThemeCheck } from '../../../contracts/settings';
import { useWords } from '../use-words';

type Scheme = ThemeCheck['scheme'];

// The portal's own grounds: the preview shows its pages, not the admin's.
const Paper = styled.div<{ $dark: boolean; $accent: string; $on: string; $soft: string }>`
  padding: ${({ theme }) => theme.spaces[5]};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ $dark }) => ($dark ? '#10141d' : '#fbfaf8')};
  color: ${({ $dark }) => ($dark ? '#e9ebf1' : '#23252f')};
  font-size: 1.5rem;

  b {
    display: block;
    margin-block-end: 1.2rem;
    font-size: 1.7rem;
  }
  u {
    color: ${({ $accent }) => $accent};
  }
  i {
    display: inline-block;
    margin-block-start: 1.2rem;
    padding: 0.8rem 1.6rem;
    border-radius: 8px;
    background: ${({ $accent }) => $accent};
    color: ${({ $on }) => $on};
    font-style: normal;
    font-weight: 600;
  }
  p {
    margin-block-start: 1.2rem;
    padding: 0.8rem 1.2rem;
    border-radius: 8px;
    background: ${({ $soft }) => $soft};
  }
`;

/** A look at the portal in one theme, with the shade of the accent that it shows. `byChoice`: only who chose it for himself sees it. */
export const ThemeExample = ({ shades: { accent, on, soft }, scheme, name, byChoice }: { shades: ThemeCheck[Scheme]; scheme: Scheme; name: string; byChoice: boolean }) => {
  const say = useWords();
  return (
    <Box tag="figure" flex="1" minWidth="20rem" style={{ margin: 0 }}>
      <Paper role="img" aria-label={say(`theme.example.${scheme}`, { accent })} $dark={scheme === 'dark'} $accent={accent} $on={on} $soft={soft}>
        <b>{name}</b>
        <u>{say('theme.link')}</u>
        <br />
        <i>{say('theme.button')}</i>
        <p>{say('theme.letter')}</p>
      </Paper>
      <Box tag="figcaption" paddingTop={2}>
        <Typography variant="pi" textColor="neutral600">
          {say(`theme.example.${scheme}`, { accent })}
          {byChoice ? ` · ${say('theme.byChoice')}` : ''}
        </Typography>
      </Box>
    </Box>
  );
};
