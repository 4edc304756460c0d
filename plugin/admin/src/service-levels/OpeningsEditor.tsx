import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { Card } from '../display/Card';
import { useWords } from '../use-words';
import { FieldRow, RowCell } from './FieldRow';
import { keyed, withChanged, withoutKey } from './hours-draft';
import type { HoursDraft } from './hours-draft';
import { TimeInput } from '../display/TimeInput';
import type { SettingsForm } from './use-settings-form';

type Form = SettingsForm<HoursDraft>;
const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** The weekday's name in the agent's language. */
const useDayName = (): ((day: number) => string) => {
  const { formatDate } = useIntl();
  // 1 January 2024 was a Monday.
  return (day) => formatDate(new Date(Date.UTC(2024, 0, day)), { weekday: 'long', timeZone: 'UTC' });
};

const Opening = ({ form, item, name }: { form: Form; item: HoursDraft['openings'][number]; name: string }) => {
  const say = useWords();
  const { openings } = form.draft;
  const index = openings.findIndex(({ key }) => key === item.key);
  const change = (part: Partial<typeof item>): void => form.change({ openings: withChanged(openings, item.key, part) });
  const overnight = item.from !== '' && item.to !== '' && item.to !== '00:00' && item.to < item.from;
  return (
    <FieldRow name={name} remove={say('hours.removeOpening', { name })} onRemove={() => form.change({ openings: withoutKey(openings, item.key) })}>
      <RowCell>
        <TimeInput type="time" label={say('hours.from')} value={item.from} error={form.errorAt('openings', index, 'from')} onChange={(from) => change({ from })} />
      </RowCell>
      <RowCell>
        <TimeInput type="time" label={say('hours.to')} hint={overnight ? say('hours.nextDay') : undefined} value={item.to} error={form.errorAt('openings', index, 'to')} onChange={(to) => change({ to })} />
      </RowCell>
    </FieldRow>
  );
};

const Day = ({ form, day, name }: { form: Form; day: number; name: string }) => {
  const say = useWords();
  const { openings } = form.draft;
  const own = openings.filter((each) => each.day === day);
  const from = own.length === 0 ? '09:00' : '13:00';
  return (
    <Box tag="section" aria-label={name} paddingTop={3} paddingBottom={3}>
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Flex gap={3}>
          <Typography tag="h3" fontWeight="bold">
            {name}
          </Typography>
          {own.length === 0 && <Typography textColor="neutral600">{say('hours.closed')}</Typography>}
        </Flex>
        <Button variant="tertiary" size="S" startIcon={<Plus />} aria-label={say('hours.addOpeningTo', { name })} onClick={() => form.change({ openings: [...openings, keyed({ day, from, to: '17:00' })] })}>
          {say('hours.addOpening')}
        </Button>
      </Flex>
      {own.length > 0 && (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={3} paddingTop={3}>
          {own.map((item, index) => (
            <Opening key={item.key} form={form} item={item} name={own.length > 1 ? `${name} ${index + 1}` : name} />
          ))}
        </Flex>
      )}
    </Box>
  );
};

/** When the desk is open, day by day. */
export const OpeningsEditor = ({ form }: { form: Form }) => {
  const say = useWords();
  const nameOf = useDayName();
  const error = form.draft.openings.length === 0 ? form.errorAt('openings') : undefined;
  return (
    <Card title={say('hours.week')}>
      {error && (
        <Typography tag="p" textColor="danger600">
          {say('hours.neverOpen')}
        </Typography>
      )}
      {weekdays.map((day) => (
        <Day key={day} form={form} day={day} name={nameOf(day)} />
      ))}
    </Card>
  );
};
