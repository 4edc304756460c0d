import { Badge, Box, Field, Flex, TextButton, Typography } from '@strapi/design-system';
import { useId } from 'react';
import type { PolicyKey } from '../../../contracts/policy';
import { useWords } from '../use-words';
import { placeOf } from './FaultSummary';
import { PolicyControl } from './PolicyControl';
import { sayFallback, saySource } from './policy-value';
import { PriorityResult } from './PriorityResult';
import type { PolicyForm, ShownLine } from './use-policy-form';

const Origin = ({ shown, name, readOnly, onDrop }: { shown: ShownLine; name: string; readOnly: boolean; onDrop(): void }) => {
  const say = useWords();
  const { key, locked, without, inherited, inheritedSource } = shown.line;
  const isTyped = shown.unsaved && shown.overridden;
  const source = [isTyped ? '' : saySource(shown.source, say), shown.unsaved ? say('source.unsaved') : ''].filter(Boolean).join(' · ');
  const fallback = sayFallback(key, inheritedSource, inherited, say);
  return (
    <Flex gap={3} wrap="wrap" paddingTop={1}>
      <Typography variant="pi" textColor={shown.unsaved ? 'warning700' : 'neutral600'}>
        {source}
      </Typography>
      {locked && <Badge>{say('settings.locked')}</Badge>}
      {without && <Badge>{say(`settings.${without}`)}</Badge>}
      {shown.overridden && !readOnly && !locked && (
        <TextButton onClick={onDrop} aria-label={`${fallback} (${name})`}>
          {fallback}
        </TextButton>
      )}
    </Flex>
  );
};

/** One key of the policy: what holds, where it comes from, and the way back. What is wrong with it stands beside the help, not in its place. */
export const PolicyField = ({ form, name, readOnly }: { form: PolicyForm; name: PolicyKey; readOnly: boolean }) => {
  const say = useWords();
  const id = useId();
  const shown = form.shown(name);
  if (!shown) return null;
  const label = say(`policy.${name}`);
  const disabled = readOnly || shown.line.locked || (shown.line.without !== null && shown.value !== true);
  const drop = (): void => {
    form.drop(name);
    // The button is gone with it, and the focus would be.
    document.getElementById(placeOf(name))?.querySelector<HTMLElement>('input, [role="combobox"]')?.focus();
  };
  return (
    <Box tag="li" id={placeOf(name)} paddingTop={4} paddingBottom={4} borderColor="neutral150" borderWidth="1px 0 0" borderStyle="solid">
      <Field.Root id={id} error={shown.error} hint={say(`hint.policy.${name}`)} width="100%">
        <Flex gap={{ initial: 2, medium: 6 }} direction={{ initial: 'column', medium: 'row' }} alignItems={{ initial: 'stretch', medium: 'flex-start' }} width="100%">
          <Box flex="1" minWidth={0}>
            <Typography tag="span" fontWeight="bold">
              {label}
            </Typography>
            <Typography tag="p" variant="pi" textColor="neutral600" id={`${id}-hint`}>
              {say(`hint.policy.${name}`)}
            </Typography>
            <Origin shown={shown} name={label} readOnly={readOnly} onDrop={drop} />
          </Box>
          <Box flex="1" minWidth={0}>
            <PolicyControl shown={shown} label={label} disabled={disabled} brand={form.brand} onChange={(value) => form.set(name, value)} />
            <Field.Error />
            <PriorityResult form={form} name={name} />
          </Box>
        </Flex>
      </Field.Root>
    </Box>
  );
};
