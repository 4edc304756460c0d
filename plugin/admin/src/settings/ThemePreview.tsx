import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useEffect, useState } from 'react';
import { styled } from 'styled-components';
import type { ThemeCheck } from '../../../contracts/settings';
import { useWords } from '../use-words';
import { checkTheme } from './client';
import type { PolicyForm } from './use-policy-form';

const own = '#3b3fb6';
const waitMs = 200;

// The portal's own grounds: the preview shows its pages, not the admin's.
const Paper = styled.div<{ $dark: boolean; $accent: string; $on: string; $soft: string }>`
  flex: 1;
  min-inline-size: 20rem;
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

const Example = ({ check, scheme, name }: { check: ThemeCheck; scheme: 'light' | 'dark'; name: string }) => {
  const say = useWords();
  const { accent, on, soft } = check[scheme];
  return (
    <Paper role="img" aria-label={say(`theme.example.${scheme}`)} $dark={scheme === 'dark'} $accent={accent} $on={on} $soft={soft}>
      <b>{name || say('theme.brand')}</b>
      <u>{say('theme.link')}</u>
      <br />
      <i>{say('theme.button')}</i>
      <p>{say('theme.letter')}</p>
    </Paper>
  );
};

/** Asks the server a moment after the last change, so that a colour that is dragged is asked for once. */
const useCheck = (accent: string, mode: string): ThemeCheck | null => {
  const [check, setCheck] = useState<ThemeCheck | null>(null);
  useEffect(() => {
    if (!/^#[0-9a-f]{6}$/.test(accent)) return;
    let gone = false;
    const timer = setTimeout(() => void checkTheme(accent, mode).then((found) => gone || setCheck(found), () => undefined), waitMs);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [accent, mode]);
  return check;
};

/** How pages will look, and whether everybody can read them. */
export const ThemePreview = ({ form, readOnly }: { form: PolicyForm; readOnly: boolean }) => {
  const say = useWords();
  const [accent, mode, name] = [String(form.shown('theme.accent')?.value || own), String(form.shown('theme.mode')?.value ?? 'auto'), String(form.shown('theme.logoText')?.value ?? '')];
  const check = useCheck(accent, mode);
  if (!check) return null;
  return (
    <Box tag="section" aria-label={say('theme.preview')} paddingTop={4}>
      <Flex gap={3} wrap="wrap" alignItems="stretch">
        {mode !== 'dark' && <Example check={check} scheme="light" name={name} />}
        {mode !== 'light' && <Example check={check} scheme="dark" name={name} />}
      </Flex>
      <Flex role="status" gap={3} wrap="wrap" paddingTop={3}>
        <Typography textColor={check.allowed ? 'success700' : 'danger700'}>{check.allowed ? say('theme.readable') : say('theme.unreadable', { nearest: check.nearest })}</Typography>
        {!check.allowed && !readOnly && (
          <Button variant="secondary" size="S" onClick={() => form.set('theme.accent', check.nearest)}>
            {say('theme.useNearest', { nearest: check.nearest })}
          </Button>
        )}
      </Flex>
    </Box>
  );
};
