import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { DuePreview } from '../../../contracts/service-levels';
import { useIntl } from 'react-intl';
import { Card } from '../display/Card';
import { segmentTitle } from '../settings/segment-title';
import { useWords } from '../use-words';
import type { SettingsForm } from './use-settings-form';

type DueOfTarget = DuePreview['dues'][number];

/** By the clock on the desk's wall, with its zone; where the reader's own shows another time, that too. */
const When = ({ label, at, zone }: { label: string; at: string | null; zone: string }) => {
  const say = useWords();
  const { formatDate } = useIntl();
  if (at === null) return null;
  const told = (timeZone?: string): string => formatDate(at, { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short', ...(timeZone ? { timeZone } : {}) });
  const [desk, own] = [told(zone), told()];
  return (
    <Typography tag="p">
      {label} <time dateTime={at}>{desk}</time>
      {own === desk ? '' : ` (${say('levels.yourTime', { time: own })})`}
    </Typography>
  );
};

const Target = ({ due, zone }: { due: DueOfTarget; zone: string }) => {
  const say = useWords();
  return (
    <Box tag="li">
      <Typography tag="p" fontWeight="bold">
        {due.segment ? segmentTitle({ name: due.segment, title: due.title ?? due.segment }, say) : say('levels.everySegment')} · {due.priority ? say(`priority.${due.priority}`) : say('levels.everyPriority')}
      </Typography>
      <When label={say('levels.replyBy')} at={due.replyDueAt} zone={zone} />
      <When label={say('levels.resolutionBy')} at={due.resolutionDueAt} zone={zone} />
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
            <Target key={`${due.segment}/${due.priority}`} due={due} zone={preview.timeZone} />
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
