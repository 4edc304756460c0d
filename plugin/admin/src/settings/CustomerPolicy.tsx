import { Badge, Box, Flex, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import type { CustomerSettings, PolicyLine, ShownSource } from '../../../contracts/settings';
import { Card } from '../display/Card';
import { forAllPath, segmentPath } from '../places';
import { useWords } from '../use-words';
import { keysOf, segmentGroups } from './policy-groups';
import type { PolicyGroup } from './policy-groups';
import { saySource, sayValue, unitOf } from './policy-value';

const placeOfSource = ({ from, segment }: ShownSource, group: PolicyGroup): string | null => {
  if (segment) return segmentPath(segment);
  return from === 'settings' ? forAllPath(group) : null;
};

/** Where a value comes from; a way there for those who may read settings. */
const Origin = ({ source, group, mayRead }: { source: ShownSource; group: PolicyGroup; mayRead: boolean }) => {
  const say = useWords();
  const place = mayRead ? placeOfSource(source, group) : null;
  if (place === null) return <Typography textColor="neutral600">{saySource(source, say)}</Typography>;
  return (
    <Link tag={RouterLink} to={place}>
      {saySource(source, say)}
    </Link>
  );
};

interface Props {
  customer: CustomerSettings;
  mayRead: boolean;
}

const Row = ({ line, group, customer, mayRead }: Props & { line: PolicyLine; group: PolicyGroup }) => {
  const say = useWords();
  // What he may choose, with the one that priority support brings; and the name that he sees.
  const value = line.key === 'priorities' ? customer.priorities : line.key === 'theme.logoText' ? line.value || customer.brand : line.value;
  const told = unitOf(line.key) === 1 ? sayValue(line.key, value, say) : say('value.megabytes', { size: sayValue(line.key, value, say) });
  return (
    <Flex gap={{ initial: 1, medium: 4 }} direction={{ initial: 'column', medium: 'row' }} alignItems={{ initial: 'stretch', medium: 'baseline' }} paddingTop={3} paddingBottom={3} borderColor="neutral150" borderWidth="1px 0 0" borderStyle="solid">
      <Box tag="dt" flex="1" minWidth={0}>
        <Typography fontWeight="bold">{say(`policy.${line.key}`)}</Typography>
      </Box>
      <Flex tag="dd" flex="1" minWidth={0} gap={2} wrap="wrap" style={{ overflowWrap: 'anywhere' }}>
        <Typography>{told}</Typography>
        {line.without && <Badge>{say(`settings.${line.without}`)}</Badge>}
      </Flex>
      <Box tag="dd" flex="1" minWidth={0}>
        <Origin source={line.source} group={group} mayRead={mayRead} />
      </Box>
    </Flex>
  );
};

/** All that holds for one customer, each value with where it comes from. */
export const CustomerPolicy = (props: Props) => {
  const say = useWords();
  return (
    <>
      {segmentGroups.map((group) => (
        <Card key={group} title={say(`settings.${group}`)}>
          <Box tag="dl">
            {props.customer.lines
              .filter(({ key }) => keysOf(group).includes(key))
              .map((line) => (
                <Row key={line.key} {...props} line={line} group={group} />
              ))}
          </Box>
        </Card>
      ))}
    </>
  );
};
