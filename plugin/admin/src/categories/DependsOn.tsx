import { Grid } from '@strapi/design-system';
import { Choice } from '../display/Choice';
import { Line } from '../display/Line';
import { useWords } from '../use-words';
import { choicesOf, firstAnswer } from './category-draft';
import type { FieldDraft } from './category-draft';

type Dependence = NonNullable<FieldDraft['dependsOn']>;
interface Props {
  value: Dependence | null;
  before: FieldDraft[];
  error: string | undefined;
  onChange(value: Dependence | null): void;
}

// Field names have no underscore, so this cannot be one.
const always = '_always';

const Answer = ({ on, value, onChange }: { on: FieldDraft; value: Dependence; onChange(value: Dependence): void }) => {
  const say = useWords();
  const label = say('depends.equals');
  const set = (equals: string | boolean): void => onChange({ field: on.name, equals });
  if (on.type === 'checkbox') {
    const options = [{ value: 'yes', label: say('answer.yes') }, { value: 'no', label: say('answer.no') }] as const;
    return <Choice label={label} value={value.equals === false ? 'no' : 'yes'} options={options} onChange={(answer) => set(answer === 'yes')} />;
  }
  if (on.type !== 'choice') return <Line label={label} value={String(value.equals)} onChange={set} />;
  return <Choice label={label} value={String(value.equals)} options={choicesOf(on).map((choice) => ({ value: choice, label: choice }))} onChange={set} />;
};

/** Whether a field is always asked, or only after a certain answer to an earlier one. */
export const DependsOn = ({ value, before, error, onChange }: Props) => {
  const say = useWords();
  const offered = before.filter(({ name }) => name !== '');
  const on = offered.find(({ name }) => name === value?.field);
  // A field that moved up may depend on one that is now below it; that must show to be put right.
  const stray = value && !on ? [{ value: value.field, label: value.field }] : [];
  const options = [{ value: always, label: say('depends.always') }, ...stray, ...offered.map(({ name, label }) => ({ value: name, label: say('depends.on', { name: label || name }) }))];
  const pick = (name: string): void => {
    const picked = offered.find((each) => each.name === name);
    onChange(picked ? { field: name, equals: firstAnswer(picked) } : null);
  };
  return (
    <>
      <Grid.Item col={6} xs={12} alignItems="flex-start">
        <Choice label={say('depends.title')} value={value?.field ?? always} options={options} disabled={options.length === 1} hint={say('depends.hint')} error={error} onChange={pick} />
      </Grid.Item>
      {value && on && (
        <Grid.Item col={6} xs={12} alignItems="flex-start">
          <Answer on={on} value={value} onChange={onChange} />
        </Grid.Item>
      )}
    </>
  );
};
