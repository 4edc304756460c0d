import { Box, Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { SegmentSettings } from '../../../contracts/settings';
import { useLoaded } from '../desk/use-loaded';
import type { Loaded } from '../desk/use-loaded';
import { Back } from '../display/Back';
import { Failure } from '../display/Failure';
import { SaveButton } from '../display/SaveButton';
import { UnsavedChanges } from '../display/UnsavedChanges';
import { segmentsPath } from '../places';
import { useWords } from '../use-words';
import { changeSegment, readSegment } from './client';
import { FaultSummary } from './FaultSummary';
import { PolicyCard } from './PolicyCard';
import { segmentGroups } from './policy-groups';
import { SegmentBasics } from './SegmentBasics';
import { useSegmentBasics } from './use-segment-basics';
import { usePolicyForm } from './use-policy-form';
import { useMayChange } from './use-settings-rights';

const Form = ({ segment, loaded }: { segment: SegmentSettings; loaded: Loaded<SegmentSettings> }) => {
  const say = useWords();
  const mayChange = useMayChange();
  const basics = useSegmentBasics(segment);
  const form = usePolicyForm(segment.lines, segment.brand, async (changes) => {
    const after = await changeSegment(segment.name, { ...basics.send(), changes });
    basics.reset(after);
    loaded.replace(after);
  });
  const modified = form.modified || basics.modified;
  const save = mayChange && <SaveButton saving={form.saving} modified={modified} onSave={form.save} />;
  return (
    <>
      <UnsavedChanges when={modified && !form.saving} />
      <Layouts.Header title={segment.title} subtitle={say('segments.subtitle', { count: segment.members })} navigationAction={<Back fallback={segmentsPath} />} primaryAction={save} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <FaultSummary problem={form.problem} refusals={form.refusals} faults={[...basics.faults(form.errors), ...form.faults]} />
          <SegmentBasics segment={segment} basics={basics} errors={form.errors} readOnly={!mayChange} />
          {segmentGroups.map((group) => (
            <PolicyCard key={group} form={form} group={group} readOnly={!mayChange} />
          ))}
        </Flex>
        <Box paddingBottom={8} />
      </Layouts.Content>
    </>
  );
};

/** One segment: who belongs to it, and all that holds for them, set here or inherited. */
export const SegmentPage = ({ name }: { name: string }) => {
  const say = useWords();
  const loaded = useLoaded(useCallback((signal: AbortSignal) => readSegment(name, signal), [name]));
  return (
    <Page.Main aria-busy={loaded.loading}>
      <Page.Title>{loaded.value?.title ?? name}</Page.Title>
      {loaded.error ? <Failure error={loaded.error} onRetry={loaded.reload} /> : loaded.value ? <Form segment={loaded.value} loaded={loaded} /> : <Page.Loading>{say('loading')}</Page.Loading>}
    </Page.Main>
  );
};
