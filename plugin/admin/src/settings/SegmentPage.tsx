import { Box, Button, Flex } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { SegmentSettings } from '../../../contracts/settings';
import { useLoaded } from '../desk/use-loaded';
import type { Loaded } from '../desk/use-loaded';
import { Failure } from '../display/Failure';
import { Problem } from '../display/Problem';
import { segmentsPath } from '../places';
import { useWords } from '../use-words';
import { changeSegment, readSegment } from './client';
import { PolicyCard } from './PolicyCard';
import { segmentGroups } from './policy-groups';
import { SegmentBasics } from './SegmentBasics';
import { basicsChange, useSegmentBasics } from './use-segment-basics';
import { usePolicyForm } from './use-policy-form';
import { useMayChange } from './use-settings-rights';

const Form = ({ segment, loaded }: { segment: SegmentSettings; loaded: Loaded<SegmentSettings> }) => {
  const say = useWords();
  const mayChange = useMayChange();
  const basics = useSegmentBasics(segment);
  const form = usePolicyForm(segment.lines, async (changes) => loaded.replace(await changeSegment(segment.name, { ...basicsChange(basics.draft), changes })));
  const save = mayChange && (
    <Button startIcon={<Check />} loading={form.saving} onClick={() => void form.save()}>
      {say('action.save')}
    </Button>
  );
  return (
    <>
      <Layouts.Header title={segment.title} subtitle={say('segments.subtitle', { count: segment.members })} navigationAction={<BackButton fallback={segmentsPath} />} primaryAction={save} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          {form.problem && <Problem>{form.problem}</Problem>}
          <SegmentBasics segment={segment} basics={basics} readOnly={!mayChange} />
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
