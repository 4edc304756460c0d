import { Box, Field, Grid, MultiSelect, MultiSelectOption, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { SegmentSettings } from '../../../contracts/settings';
import { useLoaded } from '../desk/use-loaded';
import { Card } from '../display/Card';
import { Choice } from '../display/Choice';
import { Line } from '../display/Line';
import { useWords } from '../use-words';
import { listOrganisations, listSegments } from './client';
import type { FieldError } from '../../../contracts/platform';
import { placeOf } from './FaultSummary';
import type { Basics, BasicsField } from './use-segment-basics';

interface Props {
  segment: SegmentSettings;
  basics: Basics;
  /** What the last save was refused for. */
  errors: FieldError[];
  readOnly: boolean;
}

// A select takes no empty value; names of segments have no underscore.
const nobody = '_none';

const Half = ({ field, children }: { field: BasicsField; children: ReactNode }) => (
  <Grid.Item col={6} xs={12} alignItems="flex-start">
    <Box id={placeOf(field)} width="100%">
      {children}
    </Box>
  </Grid.Item>
);

const Parent = ({ segment, basics: { draft, change, errorAt }, errors, readOnly }: Props) => {
  const say = useWords();
  const { value } = useLoaded(listSegments);
  const others = (value?.segments ?? []).filter(({ name }) => name !== segment.name);
  const options = [{ value: nobody, label: say('segments.inheritsAll') }, ...others.map(({ name, title }) => ({ value: name, label: title }))];
  return <Choice label={say('segments.inheritsFrom')} hint={say('segments.inheritsHint')} error={errorAt('inherits', errors)} disabled={readOnly} value={draft.inherits ?? nobody} options={options} onChange={(picked) => change({ inherits: picked === nobody ? null : picked })} />;
};

/** Needs the right to see customers; without it the organisations stay as they are. */
const Organisations = ({ basics: { draft, change, errorAt }, errors, readOnly }: Props) => {
  const say = useWords();
  const { value } = useLoaded(listOrganisations);
  if (!value) return null;
  return (
    <Field.Root hint={say('segments.organisationsHint')} error={errorAt('organisations', errors)} width="100%">
      <Field.Label>{say('settings.organisations')}</Field.Label>
      <MultiSelect disabled={readOnly} withTags value={draft.organisations.map(String)} onChange={(picked: string[]) => change({ organisations: picked.map(Number) })}>
        {value.map(({ id, name }) => (
          <MultiSelectOption key={id} value={String(id)}>
            {name}
          </MultiSelectOption>
        ))}
      </MultiSelect>
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
};

/** What a segment is called, from whom it inherits, and who belongs to it without being put there. */
export const SegmentBasics = (props: Props) => {
  const say = useWords();
  const { segment, basics, errors, readOnly } = props;
  const { draft, change, errorAt } = basics;
  return (
    <Card title={say('segments.basics')}>
      <Grid.Root gap={5}>
        <Half field="title">
          <Line label={say('segments.title')} disabled={readOnly} required error={errorAt('title', errors)} value={draft.title} onChange={(title) => change({ title })} />
        </Half>
        <Half field="inherits">
          <Parent {...props} />
        </Half>
        <Half field="domains">
          <Line multiline label={say('segments.domains')} hint={say('segments.domainsHint')} error={errorAt('domains', errors)} disabled={readOnly} value={draft.domains} onChange={(domains) => change({ domains })} />
        </Half>
        <Half field="organisations">
          <Organisations {...props} />
        </Half>
      </Grid.Root>
      {segment.fileRules.length > 0 && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {say('segments.fileRules', { rules: segment.fileRules.map((rule) => (rule.kind === 'domain' ? `@${rule.domain}` : '')).join(', ') })}
        </Typography>
      )}
    </Card>
  );
};
