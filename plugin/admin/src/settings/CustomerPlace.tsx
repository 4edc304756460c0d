import { Checkbox } from '@strapi/design-system';
import type { CustomerChange, CustomerLine, OrganisationLine, SegmentSummary } from '../../../contracts/settings';
import { standardSegment } from '../../../contracts/policy';
import { useWords } from '../use-words';
import { PlainSelect } from './PlainSelect';

export interface Placing {
  line: CustomerLine;
  segments: SegmentSummary[];
  houses: OrganisationLine[];
  onChange(change: CustomerChange): void;
}

// Selects take no empty value; names of segments have no underscore.
const byRule = '_rule';
const nowhere = '_none';

/** In which segment a customer is, by the rules or because somebody says so. */
export const SegmentChoice = ({ line, segments, onChange }: Placing) => {
  const say = useWords();
  const titleOf = (name: string): string => segments.find((each) => each.name === name)?.title ?? (name === standardSegment ? say('segments.nobody') : name);
  const rule = line.byHand ? say('customers.byRule') : say('customers.byRuleNow', { name: titleOf(line.segment) });
  const unknown = line.byHand && line.segment !== standardSegment && !segments.some(({ name }) => name === line.segment) ? [{ value: line.segment, label: line.segment }] : [];
  const options = [{ value: byRule, label: rule }, { value: standardSegment, label: titleOf(standardSegment) }, ...segments.map(({ name, title }) => ({ value: name, label: title })), ...unknown];
  return <PlainSelect size="S" label={say('customers.segmentOf', { name: line.name })} value={line.byHand ? line.segment : byRule} options={options} onChange={(picked) => onChange({ segment: picked === byRule ? null : picked })} />;
};

/** To which organisation a customer belongs. */
export const OrganisationChoice = ({ line, houses, onChange }: Placing) => {
  const say = useWords();
  const options = [{ value: nowhere, label: say('customers.noOrganisation') }, ...houses.map(({ id, name }) => ({ value: String(id), label: name }))];
  return <PlainSelect size="S" label={say('customers.organisationOf', { name: line.name })} value={line.organisation ? String(line.organisation.id) : nowhere} options={options} onChange={(picked) => onChange({ organisation: picked === nowhere ? null : Number(picked) })} />;
};

/** Whether a customer may come in. */
export const AccessChoice = ({ line, onChange }: Placing) => {
  const say = useWords();
  return (
    <Checkbox aria-label={say('customers.accessOf', { name: line.name })} checked={line.portalAccess} onCheckedChange={(checked) => onChange({ portalAccess: checked === true })}>
      {say('customers.access')}
    </Checkbox>
  );
};
