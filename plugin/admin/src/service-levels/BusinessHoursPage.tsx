import { Box } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { BusinessHours } from '../../../contracts/service-levels';
import { useLoaded } from '../desk/use-loaded';
import { Card } from '../display/Card';
import { Failure } from '../display/Failure';
import { useWords } from '../use-words';
import { previewHours, readHours, saveHours } from './client';
import { DuePreviewCard } from './DuePreviewCard';
import { HolidaysEditor } from './HolidaysEditor';
import { draftOfHours, hoursOfDraft } from './hours-draft';
import type { HoursDraft } from './hours-draft';
import { OpeningsEditor } from './OpeningsEditor';
import { SettingsFrame } from './SettingsFrame';
import { TimeZoneField } from './TimeZoneField';
import { useSettingsForm } from './use-settings-form';

const ways = { save: (draft: HoursDraft) => saveHours(hoursOfDraft(draft)), preview: (draft: HoursDraft) => previewHours(hoursOfDraft(draft)) };

const HoursForm = ({ hours }: { hours: BusinessHours }) => {
  const say = useWords();
  const form = useSettingsForm(draftOfHours(hours), ways);
  return (
    <SettingsFrame title={say('settings.hours')} subtitle={say('hours.subtitle')} form={form}>
      <Card title={say('hours.zone')}>
        <Box maxWidth="40rem">
          <TimeZoneField value={form.draft.timeZone} error={form.errorAt('timeZone')} onChange={(timeZone) => form.change({ timeZone })} />
        </Box>
      </Card>
      <OpeningsEditor form={form} />
      <HolidaysEditor form={form} />
      <DuePreviewCard form={form} />
    </SettingsFrame>
  );
};

/** Settings: when the desk is open, and on which days not. */
export const BusinessHoursPage = () => {
  const say = useWords();
  const { value, error, reload } = useLoaded(useCallback((signal: AbortSignal) => readHours(signal), []));
  if (error) return <Failure error={error} onRetry={reload} />;
  if (!value) return <Page.Loading>{say('loading')}</Page.Loading>;
  return (
    <Page.Main>
      <HoursForm hours={value} />
    </Page.Main>
  );
};
