import { Badge, Box, Dialog, Flex, IconButton, Typography } from '@strapi/design-system';
import { Pencil, Trash } from '@strapi/icons';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import type { DeskCategory } from '../../../contracts/desk';
import { DragHandle } from '../display/Sortable';
import { categoryPath } from '../places';
import { useWords } from '../use-words';
import { MoveButtons } from './MoveButtons';

interface Props {
  category: DeskCategory;
  /** Its place among its siblings, and whether it is the last. */
  index: number;
  last: boolean;
  onMove(category: DeskCategory, to: number): Promise<void>;
  onRemove(category: DeskCategory): Promise<void>;
}

const Facts = ({ category }: { category: DeskCategory }) => {
  const say = useWords();
  const facts = [say('categories.tickets', { count: category.ticketCount }), category.fields.length > 0 ? say('categories.fields', { count: category.fields.length }) : ''];
  return (
    <Box flex="1" minWidth="16rem">
      <Flex gap={2}>
        <Typography fontWeight="bold" textColor={category.active ? 'neutral800' : 'neutral600'}>
          {category.name}
        </Typography>
        {!category.active && <Badge>{say('categories.inactive')}</Badge>}
      </Flex>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {category.description && <bdi>{category.description} · </bdi>}
        {facts.filter(Boolean).join(' · ')}
      </Typography>
    </Box>
  );
};

const RemoveButton = ({ category, onRemove }: Pick<Props, 'category' | 'onRemove'>) => {
  const say = useWords();
  return (
    <Dialog.Root>
      <Dialog.Trigger>
        <IconButton variant="ghost" label={say('categories.remove', { name: category.name })}>
          <Trash />
        </IconButton>
      </Dialog.Trigger>
      <ConfirmDialog onConfirm={() => onRemove(category)}>{say('categories.removeSure', { name: category.name })}</ConfirmDialog>
    </Dialog.Root>
  );
};

/** One category of the list, with its order, form and removal. */
export const CategoryRow = ({ category, index, last, onMove, onRemove }: Props) => {
  const say = useWords();
  return (
    <Flex gap={4} wrap="wrap" padding={3} paddingLeft={category.parent ? 9 : 3} borderColor="neutral150" borderWidth="0 0 1px" borderStyle="solid">
      <DragHandle name={category.name} />
      <Facts category={category} />
      <Flex gap={1}>
        <MoveButtons name={category.name} first={index === 0} last={last} onMove={(by) => void onMove(category, index + by)} />
        <IconButton tag={Link} to={categoryPath(category.slug)} variant="ghost" label={say('categories.edit', { name: category.name })}>
          <Pencil />
        </IconButton>
        <RemoveButton category={category} onRemove={onRemove} />
      </Flex>
    </Flex>
  );
};
