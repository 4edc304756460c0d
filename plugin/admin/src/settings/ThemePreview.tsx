import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useEffect, useState } from 'react';
import type { ThemeCheck } from '../../../contracts/settings';
import { useWords } from '../use-words';
import type { Word } from '../use-words';
import { checkTheme } from './client';
import { ThemeExample } from './ThemeExample';
import type { PolicyForm } from './use-policy-form';

const waitMs = 200;

/** Asks the server a moment after the last change, so that a colour that is dragged is asked for once. */
const useCheck = (accent: string, mode: string): ThemeCheck | null => {
  const [check, setCheck] = useState<ThemeCheck | null>(null);
  useEffect(() => {
    if (!/^(#[0-9a-f]{6})?$/.test(accent)) return;
    let gone = false;
    const timer = setTimeout(() => void checkTheme(accent, mode).then((found) => gone || setCheck(found), () => undefined), waitMs);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [accent, mode]);
  return check;
};

/** What becomes of the colour: kept and adapted for the other theme, refused, or, where it is inherited, adapted for both. */
const verdictOf = (check: ThemeCheck, mode: string, isOwn: boolean, isSet: boolean): Word => {
  if (!isSet) return 'theme.readable.portal';
  if (check.allowed) return `theme.readable.${check.scheme}`;
  return isOwn ? (`theme.unreadable.${mode}` as Word) : `theme.adapted.${check.scheme}`;
};

/** How pages will look in both themes, since customers may choose either, and whether everybody can read them. */
export const ThemePreview = ({ form, readOnly }: { form: PolicyForm; readOnly: boolean }) => {
  const say = useWords();
  const line = form.shown('theme.accent');
  const [accent, mode, name] = [String(line?.value ?? ''), String(form.shown('theme.mode')?.value ?? 'auto'), String(form.shown('theme.logoText')?.value || form.brand)];
  const check = useCheck(accent, mode);
  if (!check || !line) return null;
  const isOwn = line.overridden && !line.line.locked;
  const isRefused = isOwn && !check.allowed;
  const other = check.scheme === 'light' ? 'dark' : 'light';
  const verdict = verdictOf(check, mode, isOwn, accent !== '');
  return (
    <Box tag="section" aria-label={say('theme.preview')} paddingTop={4}>
      <Flex gap={3} wrap="wrap" alignItems="stretch">
        {([check.scheme, other] as const).map((scheme) => (
          <ThemeExample key={scheme} shades={isRefused && scheme === check.scheme ? { ...check[scheme], accent } : check[scheme]} scheme={scheme} name={name} byChoice={mode !== 'auto' && scheme !== check.scheme} />
        ))}
      </Flex>
      <Flex role="status" gap={3} wrap="wrap" paddingTop={3}>
        <Typography textColor={isRefused ? 'danger700' : 'neutral700'}>{say(verdict, { accent, nearest: check.nearest, other: check[other].accent, contrast: check.contrast })}</Typography>
        {isRefused && !readOnly && (
          <Button variant="secondary" size="S" onClick={() => form.set('theme.accent', check.nearest)}>
            {say('theme.useNearest', { nearest: check.nearest })}
          </Button>
        )}
      </Flex>
    </Box>
  );
};
