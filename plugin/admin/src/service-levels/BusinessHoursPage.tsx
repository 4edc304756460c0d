import { Box, Combobox, ComboboxOption, Field } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
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
import { useSettingsForm } from './use-settings-form';
import type { SettingsForm } from './use-settings-form';

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

const TimeZone = ({ form }: { form: SettingsForm<HoursDraft> }) => {
  const say = useWords();
  const { timeZone } = form.draft;
  // The input shows what it is told: by itself it knows a value only once its list was open.
  const [typed, setTyped] = useState(timeZone);
  const offered = timeZone === '' || zones.includes(timeZone) ? zones : [timeZone, ...zones];
  return (
    <Card title={say('hours.zone')}>
      <Box maxWidth="40rem">
        <Field.Root hint={say('hours.zoneHint')} error={form.errorAt('timeZone')} width="100%">
          <Field.Label>{say('hours.timeZone')}</Field.Label>
          <Combobox value={timeZone} textValue={typed} onTextValueChange={setTyped} onChange={(value?: string) => form.change({ timeZone: value ?? '' })} autocomplete={{ type: 'list', filter: 'contains' }}>
            {offered.map((zone) => (
              <ComboboxOption key={zone} value={zone}>
                {zone}
              </ComboboxOption>
            ))}
          </Combobox>
          <Field.Error />
          <Field.Hint />
        </Field.Root>
      </Box>
    </Card>
  );
};

const ways = { save: (draft: HoursDraft) => saveHours(hoursOfDraft(draft)), preview: (draft: HoursDraft) => previewHours(hoursOfDraft(draft)) };

const HoursForm = ({ hours }: { hours: BusinessHours }) => {
  const say = useWords();
  const form = useSettingsForm(draftOfHours(hours), ways);
  return (
    <SettingsFrame title={say('settings.hours')} subtitle={say('hours.subtitle')} form={form}>
      <TimeZone form={form} />
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
