import { Box, Button, Field, Flex } from '@strapi/design-system';
import { useState } from 'react';
import type { ChangeEvent, FormEvent } from 'react';
import { comparisons } from '../../../contracts/analytics';
import type { Comparison } from '../../../contracts/analytics';
import { Choice } from '../display/Choice';
import { LinkTabs } from '../display/LinkTabs';
import { BrowserInput } from '../display/TimeInput';
import { useWords } from '../use-words';
import { lastDays, usualSpans } from './spans';
import type { AnalyticsQueryState } from './use-analytics-query';

const DateField = ({ name, value, onChange }: { name: 'from' | 'to'; value: string; onChange(value: string): void }) => {
  const say = useWords();
  return (
    <Field.Root name={name}>
      <Field.Label>{say(`audit.filter.${name}`)}</Field.Label>
      <BrowserInput type="date" size="S" required value={value} onChange={(event: ChangeEvent<HTMLInputElement>) => onChange(event.target.value)} />
    </Field.Root>
  );
};

const Dates = ({ query }: { query: AnalyticsQueryState }) => {
  const say = useWords();
  const [from, setFrom] = useState(query.span.from);
  const [to, setTo] = useState(query.span.to);
  const show = (event: FormEvent): void => {
    event.preventDefault();
    query.set({ from, to });
  };
  return (
    <Flex tag="form" onSubmit={show} gap={3} wrap="wrap" alignItems="flex-end">
      <DateField name="from" value={from} onChange={setFrom} />
      <DateField name="to" value={to} onChange={setTo} />
      <Button type="submit" variant="secondary">
        {say('analytics.show')}
      </Button>
    </Flex>
  );
};

/** Between which days, and compared with what. */
export const SpanControls = ({ query }: { query: AnalyticsQueryState }) => {
  const say = useWords();
  const { span, compare } = query;
  const tabs = usualSpans.map((count) => {
    const usual = lastDays(count);
    return { to: query.linkTo({ ...usual }), label: say('analytics.lastDays', { count }), current: usual.from === span.from && usual.to === span.to };
  });
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <LinkTabs label={say('analytics.spans')} tabs={tabs} />
      <Flex gap={4} wrap="wrap" alignItems="flex-end" justifyContent="space-between">
        <Dates key={`${span.from} ${span.to}`} query={query} />
        <Box minWidth="18rem">
          <Choice<Comparison> size="S" label={say('analytics.compare')} value={compare} options={comparisons.map((value) => ({ value, label: say(`analytics.compare.${value}`) }))} onChange={(value) => query.set({ compare: value })} />
        </Box>
      </Flex>
    </Flex>
  );
};
