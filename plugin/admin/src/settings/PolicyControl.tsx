import { Checkbox, Flex, Textarea, TextInput, Toggle } from '@strapi/design-system';
import { fileTypes, notificationKinds } from '../../../contracts/policy';
import { themes } from '../../../contracts/accounts';
import { priorities } from '../../../contracts/tickets';
import { useWords } from '../use-words';
import type { Word } from '../use-words';
import { Amount } from './Amount';
import { ColourInput } from './ColourInput';
import { DomainsInput } from './DomainsInput';
import { PlainSelect } from './PlainSelect';
import { unitOf } from './policy-value';
import type { ShownLine } from './use-policy-form';

interface Props {
  shown: ShownLine;
  label: string;
  disabled: boolean;
  /** The name that the portal has where none is set. */
  brand: string;
  onChange(value: unknown): void;
}

// As the contract's enum has them.
const asks = ['no', 'optional', 'required'] as const;
// One type under two names is one choice.
const offeredTypes = fileTypes.filter((type) => type !== 'jpeg');

const Several = ({ all, chosen, named, disabled, onChange }: { all: readonly string[]; chosen: readonly string[]; named(value: string): string; disabled: boolean; onChange(value: string[]): void }) => (
  <Flex gap={4} wrap="wrap">
    {all.map((value) => (
      <Checkbox key={value} disabled={disabled} checked={chosen.includes(value)} onCheckedChange={(checked) => onChange(all.filter((each) => (each === value ? checked === true : chosen.includes(each))))}>
        {named(value)}
      </Checkbox>
    ))}
  </Flex>
);

/** The input of one key, by what it holds. */
export const PolicyControl = ({ shown: { line, value }, label, disabled, brand, onChange }: Props) => {
  const say = useWords();
  if (typeof value === 'boolean') return <Toggle aria-label={label} onLabel={say('answer.yes')} offLabel={say('answer.no')} checked={value} disabled={disabled} onChange={(event) => onChange(event.target.checked)} />;
  if (typeof line.value === 'number') return <Amount label={label} value={typeof value === 'number' ? value : ''} unit={unitOf(line.key)} disabled={disabled} onChange={onChange} />;
  if (Array.isArray(value) && line.key === 'priorities') return <Several all={priorities} chosen={value} named={(each) => say(`priority.${each}` as Word)} disabled={disabled} onChange={onChange} />;
  if (line.key === 'authentication.registrationDomains') return <DomainsInput label={label} value={value as string[]} disabled={disabled} onChange={onChange} />;
  if (line.key === 'chat.origins') return <DomainsInput label={label} placeholder="https://shop.example.com" value={value as string[]} disabled={disabled} onChange={onChange} />;
  if (Array.isArray(value) && line.key.startsWith('notifications.')) return <Several all={notificationKinds} chosen={value} named={(each) => say(`notice.${each}` as Word)} disabled={disabled} onChange={onChange} />;
  if (Array.isArray(value)) return <Several all={offeredTypes} chosen={value.map((type) => (type === 'jpeg' ? 'jpg' : type))} named={(each) => each} disabled={disabled} onChange={onChange} />;
  if (line.key === 'theme.mode') return <PlainSelect label={label} value={String(value)} disabled={disabled} options={themes.map((each) => ({ value: each, label: say(`mode.${each}`) }))} onChange={onChange} />;
  if (line.key === 'chat.askEmail') return <PlainSelect label={label} value={String(value)} disabled={disabled} options={asks.map((each) => ({ value: each, label: say(`asks.${each}`) }))} onChange={onChange} />;
  if (line.key === 'theme.accent') return <ColourInput label={label} value={String(value)} disabled={disabled} onChange={onChange} />;
  if (line.key.startsWith('mail.footer.') || line.key.startsWith('chat.greeting.')) return <Textarea aria-label={label} dir="auto" value={String(value)} disabled={disabled} onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => onChange(event.target.value)} />;
  return <TextInput aria-label={label} placeholder={line.key === 'theme.logoText' ? brand : undefined} value={String(value)} disabled={disabled} onChange={(event) => onChange(event.target.value)} />;
};
