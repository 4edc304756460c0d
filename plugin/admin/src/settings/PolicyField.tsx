import { Badge, Box, Field, Flex, TextButton, Typography } from '@strapi/design-system';
import type { PolicyKey } from '../../../contracts/policy';
import { useWords } from '../use-words';
import type { Say } from '../use-words';
import { PolicyControl } from './PolicyControl';
import type { PolicyForm, ShownLine } from './use-policy-form';

const sourceWords = (source: ShownLine['source'], say: Say): string => {
  if (source === 'unsaved') return say('source.unsaved');
  if (source.from === 'segment') return say('source.segment', { name: source.title ?? '' });
  return source.segment ? say('source.configSegment', { name: source.title ?? '' }) : say(`source.${source.from}`);
};

const Origin = ({ shown, name, readOnly, onDrop }: { shown: ShownLine; name: string; readOnly: boolean; onDrop(): void }) => {
  const say = useWords();
  const { locked, without } = shown.line;
  return (
    <Flex gap={3} wrap="wrap" paddingTop={1}>
      <Typography variant="pi" textColor="neutral600">
        {sourceWords(shown.source, say)}
      </Typography>
      {locked && <Badge>{say('settings.locked')}</Badge>}
      {without && <Badge>{say(`settings.${without}`)}</Badge>}
      {shown.overridden && !readOnly && !locked && (
        <TextButton onClick={onDrop} aria-label={`${say('settings.drop')}: ${name}`}>
          {say('settings.drop')}
        </TextButton>
      )}
    </Flex>
  );
};

/** One key of the policy: what holds, where it comes from, and the way back. */
export const PolicyField = ({ form, name, readOnly }: { form: PolicyForm; name: PolicyKey; readOnly: boolean }) => {
  const say = useWords();
  const shown = form.shown(name);
  if (!shown) return null;
  const label = say(`policy.${name}`);
  const disabled = readOnly || shown.line.locked || (shown.line.without !== null && shown.value !== true);
  return (
    <Box tag="li" padding={4} borderColor="neutral150" borderWidth="1px 0 0" borderStyle="solid">
      <Field.Root error={shown.error} hint={say(`hint.policy.${name}`)} width="100%">
        <Flex gap={{ initial: 2, medium: 6 }} direction={{ initial: 'column', medium: 'row' }} alignItems={{ initial: 'stretch', medium: 'flex-start' }} width="100%">
          <Box flex="1" minWidth={0}>
            <Typography tag="span" fontWeight="bold">
              {label}
            </Typography>
            <Field.Hint />
            <Origin shown={shown} name={label} readOnly={readOnly} onDrop={() => form.drop(name)} />
          </Box>
          <Box flex="1" minWidth={0}>
            <PolicyControl shown={shown} label={label} disabled={disabled} onChange={(value) => form.set(name, value)} />
            <Field.Error />
          </Box>
        </Flex>
      </Field.Root>
    </Box>
  );
};
