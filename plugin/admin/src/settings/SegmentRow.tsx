import { Badge, Box, Dialog, Flex, IconButton, Link, Typography } from '@strapi/design-system';
import { Pencil, Trash } from '@strapi/icons';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';
import type { SegmentRule, SegmentSummary } from '../../../contracts/settings';
import { MoveButtons } from '../categories/MoveButtons';
import { segmentPath } from '../places';
import { useWords } from '../use-words';
import type { Say } from '../use-words';

interface Props {
  segment: SegmentSummary;
  /** The title of the segment from which it inherits. */
  parent: string | null;
  first: boolean;
  last: boolean;
  readOnly: boolean;
  onMove(segment: SegmentSummary, by: -1 | 1): Promise<void>;
  onRemove(segment: SegmentSummary): Promise<void>;
}

const ruleWords = (rule: SegmentRule, say: Say): string => (rule.kind === 'domain' ? `@${rule.domain}` : say('segments.organisationRule', { id: rule.organisation }));

const Facts = ({ segment, parent }: Pick<Props, 'segment' | 'parent'>) => {
  const say = useWords();
  const { name, title, rules, shadowed, members, overrides, inConfig } = segment;
  const facts = [say('segments.members', { count: members }), say('segments.overrides', { count: overrides }), parent ? say('segments.inherits', { name: parent }) : '', ...rules.map((rule) => ruleWords(rule, say))];
  return (
    <Box flex="1" minWidth="16rem">
      <Flex gap={2}>
        <Link tag={RouterLink} to={segmentPath(name)}>
          {title}
        </Link>
        {inConfig && <Badge>{say('segments.inConfig')}</Badge>}
      </Flex>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {facts.filter(Boolean).join(' · ')}
      </Typography>
      {shadowed.map(({ rule, by }) => (
        <Typography key={ruleWords(rule, say)} tag="p" variant="pi" fontWeight="bold" textColor="neutral700">
          {say('segments.shadowed', { rule: ruleWords(rule, say), by })}
        </Typography>
      ))}
    </Box>
  );
};

const RemoveButton = ({ segment, onRemove }: Pick<Props, 'segment' | 'onRemove'>) => {
  const say = useWords();
  return (
    <Dialog.Root>
      <Dialog.Trigger>
        <IconButton variant="ghost" label={say('categories.remove', { name: segment.title })}>
          <Trash />
        </IconButton>
      </Dialog.Trigger>
      <ConfirmDialog onConfirm={() => onRemove(segment)}>{say('segments.removeSure', { name: segment.title, count: segment.members })}</ConfirmDialog>
    </Dialog.Root>
  );
};

/** One segment of the list: who is in it, its place, its form and its removal. */
export const SegmentRow = ({ segment, parent, first, last, readOnly, onMove, onRemove }: Props) => {
  const say = useWords();
  return (
    <Flex tag="li" gap={4} wrap="wrap" padding={3} paddingLeft={5} borderColor="neutral150" borderWidth="0 0 1px" borderStyle="solid">
      <Facts segment={segment} parent={parent} />
      <Flex gap={1}>
        {!readOnly && <MoveButtons name={segment.title} first={first} last={last} onMove={(by) => void onMove(segment, by)} />}
        <IconButton tag={RouterLink} to={segmentPath(segment.name)} variant="ghost" label={say('categories.edit', { name: segment.title })}>
          <Pencil />
        </IconButton>
        {!readOnly && <RemoveButton segment={segment} onRemove={onRemove} />}
      </Flex>
    </Flex>
  );
};
