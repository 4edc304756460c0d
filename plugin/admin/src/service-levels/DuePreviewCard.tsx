import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { DuePreview } from '../../../contracts/service-levels';
import { Card } from '../display/Card';
import { Moment } from '../display/Moment';
import { segmentTitle } from '../settings/segment-title';
import { useWords } from '../use-words';
import type { SettingsForm } from './use-settings-form';

type DueOfTarget = DuePreview['dues'][number];

const When = ({ label, at }: { label: string; at: string | null }) =>
  at && (
    <Typography tag="p">
      {label} <Moment at={at} form="full" />
    </Typography>
  );

const Target = ({ due }: { due: DueOfTarget }) => {
  const say = useWords();
  return (
    <Box tag="li">
      <Typography tag="p" fontWeight="bold">
        {due.segment ? segmentTitle({ name: due.segment, title: due.title ?? due.segment }, say) : say('levels.everySegment')} · {due.priority ? say(`priority.${due.priority}`) : say('levels.everyPriority')}
      </Typography>
      <When label={say('levels.replyBy')} at={due.replyDueAt} />
      <When label={say('levels.resolutionBy')} at={due.resolutionDueAt} />
    </Box>
  );
};

const Dues = ({ preview }: { preview: DuePreview }) => {
  const say = useWords();
  return (
    <Flex direction="column" alignItems="stretch" gap={4} paddingTop={4}>
      <Typography tag="p">{say(preview.open ? 'levels.openNow' : 'levels.closedNow')}</Typography>
      {preview.dues.length === 0 ? (
        <Typography tag="p">{say('levels.nothingPromised')}</Typography>
      ) : (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
          {preview.dues.map((due) => (
            <Target key={`${due.segment}/${due.priority}`} due={due} />
          ))}
        </Flex>
      )}
    </Flex>
  );
};

/** When a ticket sent now would be due by what is in the form, saved or not. */
export const DuePreviewCard = ({ form }: { form: Pick<SettingsForm<unknown>, 'preview' | 'look' | 'busy'> }) => {
  const say = useWords();
  return (
    <Card title={say('levels.preview')}>
      <Typography tag="p" textColor="neutral600">
        {say('levels.previewHint')}
      </Typography>
      <Box paddingTop={3}>
        <Button variant="secondary" disabled={form.busy} onClick={() => void form.look()}>
          {say('levels.look')}
        </Button>
      </Box>
      <div role="status">{form.preview && <Dues preview={form.preview} />}</div>
    </Card>
  );
};
