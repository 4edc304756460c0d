import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Card } from '../display/Card';
import { Line } from '../display/Line';
import { useWords } from '../use-words';
import { FieldRow, RowCell } from './FieldRow';
import { keyed, withChanged, withoutKey } from './hours-draft';
import type { HoursDraft } from './hours-draft';
import { TimeInput } from '../display/TimeInput';
import type { SettingsForm } from './use-settings-form';

type Form = SettingsForm<HoursDraft>;

const Holiday = ({ form, item, index }: { form: Form; item: HoursDraft['holidays'][number]; index: number }) => {
  const say = useWords();
  const { holidays } = form.draft;
  const name = item.name || say('hours.holidayNumber', { number: index + 1 });
  const change = (part: Partial<typeof item>): void => form.change({ holidays: withChanged(holidays, item.key, part) });
  const errorAt = (field: string): string | undefined => form.errorAt('holidays', index, field);
  return (
    <FieldRow name={name} remove={say('hours.removeHoliday', { name })} onRemove={() => form.change({ holidays: withoutKey(holidays, item.key) })}>
      <RowCell wide>
        <Line label={say('hours.holidayName')} value={item.name} error={errorAt('name')} onChange={(text) => change({ name: text })} />
      </RowCell>
      <RowCell>
        <TimeInput type="date" label={say('hours.firstDay')} value={item.from} error={errorAt('from')} onChange={(from) => change({ from, ...(item.to < from ? { to: from } : {}) })} />
      </RowCell>
      <RowCell>
        <TimeInput type="date" label={say('hours.lastDay')} value={item.to} error={errorAt('to')} onChange={(to) => change({ to })} />
      </RowCell>
    </FieldRow>
  );
};

/** Days on which the desk is closed, single ones and spans. */
export const HolidaysEditor = ({ form }: { form: Form }) => {
  const say = useWords();
  const { holidays } = form.draft;
  return (
    <Card title={say('hours.holidays')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography tag="p" textColor="neutral600">
          {say('hours.holidaysHint')}
        </Typography>
        {holidays.length > 0 && (
          <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
            {holidays.map((item, index) => (
              <Holiday key={item.key} form={form} item={item} index={index} />
            ))}
          </Flex>
        )}
        <Flex>
          <Button variant="secondary" startIcon={<Plus />} disabled={holidays.length >= 300} onClick={() => form.change({ holidays: [...holidays, keyed({ name: '', from: '', to: '' })] })}>
            {say('hours.addHoliday')}
          </Button>
        </Flex>
      </Flex>
    </Card>
  );
};
