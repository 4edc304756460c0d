import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import type { SegmentTitle } from '../../../contracts/settings';
import { priorities } from '../../../contracts/tickets';
import { Card } from '../display/Card';
import { Choice } from '../display/Choice';
import { Line } from '../display/Line';
import { segmentTitle } from '../settings/segment-title';
import { useWords } from '../use-words';
import { FieldRow, RowCell } from './FieldRow';
import { withChanged, withoutKey } from './hours-draft';
import { newTarget } from './levels-draft';
import type { LevelsDraft, TargetDraft } from './levels-draft';
import type { SettingsForm } from './use-settings-form';

// A select takes no empty value; names of segments have no underscore at their beginning.
const every = '_every';
interface Props {
  form: SettingsForm<LevelsDraft>;
  segments: SegmentTitle[];
}

const Whom = ({ item, segments, error, onChange }: { item: TargetDraft; segments: SegmentTitle[]; error?: string; onChange(change: Partial<TargetDraft>): void }) => {
  const say = useWords();
  const { segment: own } = item;
  // One that is gone stays to be seen, and to be taken out.
  const known = own === null || segments.some(({ name }) => name === own) ? segments : [{ name: own, title: say('segments.gone', { name: own }) }, ...segments];
  return (
    <>
      <RowCell>
        <Choice label={say('levels.segment')} value={item.segment ?? every} options={[{ value: every, label: say('levels.everySegment') }, ...known.map((each) => ({ value: each.name, label: segmentTitle(each, say) }))]} onChange={(segment) => onChange({ segment: segment === every ? null : segment })} />
      </RowCell>
      <RowCell>
        <Choice<string>
          label={say('field.priority')}
          value={item.priority ?? every}
          error={error}
          options={[{ value: every, label: say('levels.everyPriority') }, ...priorities.map((value) => ({ value, label: say(`priority.${value}`) }))]}
          onChange={(picked) => onChange({ priority: priorities.find((each) => each === picked) ?? null })}
        />
      </RowCell>
    </>
  );
};

const Target = ({ form, segments, item, index }: Props & { item: TargetDraft; index: number }) => {
  const say = useWords();
  const { targets } = form.draft;
  const name = say('levels.targetNumber', { number: index + 1 });
  const change = (part: Partial<TargetDraft>): void => form.change({ targets: withChanged(targets, item.key, part) });
  const errorAt = (field: string): string | undefined => form.errorAt('targets', index, field);
  return (
    <FieldRow name={name} remove={say('levels.removeTarget', { name })} onRemove={() => form.change({ targets: withoutKey(targets, item.key) })}>
      <Whom item={item} segments={segments} error={errorAt('priority')} onChange={change} />
      <RowCell>
        <Line label={say('levels.reply')} value={item.reply} error={errorAt('replyMinutes')} onChange={(reply) => change({ reply })} />
      </RowCell>
      <RowCell>
        <Line label={say('levels.resolution')} value={item.resolution} error={errorAt('resolutionMinutes')} onChange={(resolution) => change({ resolution })} />
      </RowCell>
    </FieldRow>
  );
};

/** What is promised, to whom and for which priority. */
export const TargetsEditor = ({ form, segments }: Props) => {
  const say = useWords();
  const { targets } = form.draft;
  return (
    <Card title={say('levels.targets')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography tag="p" textColor="neutral600">
          {say('levels.targetsHint')}
        </Typography>
        {targets.length > 0 && (
          <Flex tag="ul" direction="column" alignItems="stretch" gap={5}>
            {targets.map((item, index) => (
              <Target key={item.key} form={form} segments={segments} item={item} index={index} />
            ))}
          </Flex>
        )}
        <Flex>
          <Button variant="secondary" startIcon={<Plus />} disabled={targets.length >= 200} onClick={() => form.change({ targets: [...targets, newTarget()] })}>
            {say('levels.addTarget')}
          </Button>
        </Flex>
      </Flex>
    </Card>
  );
};
