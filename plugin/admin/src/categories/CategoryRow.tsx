import { Badge, Box, Dialog, Flex, IconButton, Typography } from '@strapi/design-system';
import { Pencil, Trash } from '@strapi/icons';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import type { DeskCategory } from '../../../contracts/desk';
import { categoryPath } from '../places';
import { useWords } from '../use-words';
import { MoveButtons } from './MoveButtons';

interface Props {
  category: DeskCategory;
  siblings: DeskCategory[];
  onMove(category: DeskCategory, by: -1 | 1): Promise<void>;
  onRemove(category: DeskCategory): Promise<void>;
}

const Facts = ({ category }: { category: DeskCategory }) => {
  const say = useWords();
  const facts = [category.description, say('categories.tickets', { count: category.ticketCount }), category.fields.length > 0 ? say('categories.fields', { count: category.fields.length }) : ''];
  return (
    <Box flex="1" minWidth="16rem">
      <Flex gap={2}>
        <Typography fontWeight="bold" textColor={category.active ? 'neutral800' : 'neutral600'}>
          {category.name}
        </Typography>
        {!category.active && <Badge>{say('categories.inactive')}</Badge>}
      </Flex>
      <Typography tag="p" variant="pi" textColor="neutral600">
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
export const CategoryRow = ({ category, siblings, onMove, onRemove }: Props) => {
  const say = useWords();
  const index = siblings.findIndex((each) => each.slug === category.slug);
  return (
    <Flex tag="li" gap={4} wrap="wrap" padding={3} paddingLeft={category.parent ? 10 : 5} borderColor="neutral150" borderWidth="0 0 1px" borderStyle="solid">
      <Facts category={category} />
      <Flex gap={1}>
        <MoveButtons name={category.name} first={index === 0} last={index === siblings.length - 1} onMove={(by) => onMove(category, by)} />
        <IconButton tag={Link} to={categoryPath(category.slug)} variant="ghost" label={say('categories.edit', { name: category.name })}>
          <Pencil />
        </IconButton>
        <RemoveButton category={category} onRemove={onRemove} />
      </Flex>
    </Flex>
  );
};
