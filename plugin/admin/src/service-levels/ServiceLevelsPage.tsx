import { Box } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { ServiceLevelsAnswer } from '../../../contracts/service-levels';
import { useLoaded } from '../desk/use-loaded';
import { Card } from '../display/Card';
import { Failure } from '../display/Failure';
import { Line } from '../display/Line';
import { useWords } from '../use-words';
import { previewLevels, readLevels, saveLevels } from './client';
import { DuePreviewCard } from './DuePreviewCard';
import { draftOfLevels, levelsOfDraft } from './levels-draft';
import type { LevelsDraft } from './levels-draft';
import { SettingsFrame } from './SettingsFrame';
import { TargetsEditor } from './TargetsEditor';
import { useSettingsForm } from './use-settings-form';

const ways = { save: (draft: LevelsDraft) => saveLevels(levelsOfDraft(draft)), preview: (draft: LevelsDraft) => previewLevels(levelsOfDraft(draft)) };

const LevelsForm = ({ levels }: { levels: ServiceLevelsAnswer }) => {
  const say = useWords();
  const form = useSettingsForm(draftOfLevels(levels), ways);
  return (
    <SettingsFrame title={say('settings.levels')} subtitle={say('levels.subtitle')} form={form}>
      <TargetsEditor form={form} segments={levels.segments} />
      <Card title={say('levels.warning')}>
        <Box maxWidth="40rem">
          <Line label={say('levels.warnAtPercent')} hint={say('levels.warnHint')} value={form.draft.warnAtPercent} error={form.errorAt('warnAtPercent')} onChange={(warnAtPercent) => form.change({ warnAtPercent })} />
        </Box>
      </Card>
      <DuePreviewCard form={form} />
    </SettingsFrame>
  );
};

/** Settings: how soon the desk promises to reply and to solve. */
export const ServiceLevelsPage = () => {
  const say = useWords();
  const { value, error, reload } = useLoaded(useCallback((signal: AbortSignal) => readLevels(signal), []));
  if (error) return <Failure error={error} onRetry={reload} />;
  if (!value) return <Page.Loading>{say('loading')}</Page.Loading>;
  return (
    <Page.Main>
      <LevelsForm levels={value} />
    </Page.Main>
  );
};
