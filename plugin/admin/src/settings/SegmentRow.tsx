import { Badge, Box, Dialog, Flex, IconButton, Link, Typography } from '@strapi/design-system';
import { Pencil, Trash } from '@strapi/icons';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';
import type { SegmentList, SegmentRule, SegmentSummary } from '../../../contracts/settings';
import { MoveButtons } from '../categories/MoveButtons';
import { DragHandle, SortableItem } from '../display/Sortable';
import { segmentPath } from '../places';
import { useWords } from '../use-words';
import type { Say } from '../use-words';

interface Props {
  segment: SegmentSummary;
  list: SegmentList;
  index: number;
  last: boolean;
  readOnly: boolean;
  onMove(segment: SegmentSummary, to: number): Promise<void>;
  onRemove(segment: SegmentSummary): Promise<void>;
}

const ruleWords = (rule: SegmentRule, { organisations }: SegmentList, say: Say): string => {
  if (rule.kind === 'domain') return `@${rule.domain}`;
  return organisations.find(({ id }) => id === rule.organisation)?.name ?? say('segments.organisationGone');
};

const titleIn = ({ segments }: SegmentList, name: string): string => segments.find((each) => each.name === name)?.title ?? name;

const Facts = ({ segment, list }: Pick<Props, 'segment' | 'list'>) => {
  const say = useWords();
  const { name, title, inherits, rules, shadowed, members, overrides, inConfig } = segment;
  const facts = [say('segments.members', { count: members }), say('segments.overrides', { count: overrides }), inherits ? say('segments.inherits', { name: titleIn(list, inherits) }) : '', ...rules.map((rule) => ruleWords(rule, list, say))];
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
        <Typography key={ruleWords(rule, list, say)} tag="p" variant="pi" fontWeight="bold" textColor="neutral700">
          {say('segments.shadowed', { rule: ruleWords(rule, list, say), by: titleIn(list, by) })}
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
export const SegmentRow = ({ segment, list, index, last, readOnly, onMove, onRemove }: Props) => {
  const say = useWords();
  return (
    <SortableItem id={segment.name}>
      <Flex gap={4} wrap="wrap" padding={3} paddingLeft={readOnly ? 5 : 3} borderColor="neutral150" borderWidth="0 0 1px" borderStyle="solid">
        {!readOnly && <DragHandle name={segment.title} />}
        <Facts segment={segment} list={list} />
        <Flex gap={1}>
          {!readOnly && <MoveButtons name={segment.title} first={index === 0} last={last} onMove={(by) => void onMove(segment, index + by)} />}
          <IconButton tag={RouterLink} to={segmentPath(segment.name)} variant="ghost" label={say('categories.edit', { name: segment.title })}>
            <Pencil />
          </IconButton>
          {!readOnly && <RemoveButton segment={segment} onRemove={onRemove} />}
        </Flex>
      </Flex>
    </SortableItem>
  );
};
