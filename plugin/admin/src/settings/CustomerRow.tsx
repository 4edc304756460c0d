import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import type { CustomerChange, CustomerLine, OrganisationLine, SegmentSummary } from '../../../contracts/settings';
import { useWords } from '../use-words';
import { PlainSelect } from './PlainSelect';

interface Props {
  line: CustomerLine;
  segments: SegmentSummary[];
  houses: OrganisationLine[];
  onChange(change: CustomerChange): void;
}

// Selects take no empty value; names of segments have no underscore.
const byRule = '_rule';
const nowhere = '_none';
const standard = 'standard';

const SegmentChoice = ({ line, segments, onChange }: Omit<Props, 'houses'>) => {
  const say = useWords();
  const titleOf = (name: string): string => segments.find((each) => each.name === name)?.title ?? (name === standard ? say('segments.nobody') : name);
  const rule = line.byHand ? say('customers.byRule') : say('customers.byRuleNow', { name: titleOf(line.segment) });
  const unknown = line.byHand && line.segment !== standard && !segments.some(({ name }) => name === line.segment) ? [{ value: line.segment, label: line.segment }] : [];
  const options = [{ value: byRule, label: rule }, { value: standard, label: titleOf(standard) }, ...segments.map(({ name, title }) => ({ value: name, label: title })), ...unknown];
  return <PlainSelect size="S" label={say('customers.segmentOf', { name: line.name })} value={line.byHand ? line.segment : byRule} options={options} onChange={(picked) => onChange({ segment: picked === byRule ? null : picked })} />;
};

/** One customer, with what an admin decides about him. */
export const CustomerRow = ({ line, segments, houses, onChange }: Props) => {
  const say = useWords();
  const options = [{ value: nowhere, label: say('customers.noOrganisation') }, ...houses.map(({ id, name }) => ({ value: String(id), label: name }))];
  return (
    <Flex tag="li" gap={4} wrap="wrap" padding={3} paddingLeft={5} borderColor="neutral150" borderWidth="0 0 1px" borderStyle="solid">
      <Box flex="1" minWidth="16rem" style={{ overflowWrap: 'anywhere' }}>
        <Typography fontWeight="bold">{line.name}</Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {line.email}
        </Typography>
      </Box>
      <Box width="24rem">
        <SegmentChoice line={line} segments={segments} onChange={onChange} />
      </Box>
      <Box width="20rem">
        <PlainSelect size="S" label={say('customers.organisationOf', { name: line.name })} value={line.organisation ? String(line.organisation.id) : nowhere} options={options} onChange={(picked) => onChange({ organisation: picked === nowhere ? null : Number(picked) })} />
      </Box>
      <Checkbox aria-label={say('customers.accessOf', { name: line.name })} checked={line.portalAccess} onCheckedChange={(checked) => onChange({ portalAccess: checked === true })}>
        {say('customers.access')}
      </Checkbox>
    </Flex>
  );
};
