import { Badge, Box, Dialog, Flex, IconButton, Typography } from '@strapi/design-system';
import { Pencil, Trash } from '@strapi/icons';
import { ConfirmDialog } from '@strapi/strapi/admin';
import type { SavedReply } from '../../../contracts/saved-replies';
import { useWords } from '../use-words';

interface Props {
  reply: SavedReply;
  mayChange: boolean;
  onEdit(): void;
  onRemove(): Promise<void>;
}

/** One saved reply: its name, how it begins, and what can be done with it. */
export const SavedReplyRow = ({ reply, mayChange, onEdit, onRemove }: Props) => {
  const say = useWords();
  return (
    <Flex tag="li" gap={4} wrap="wrap" padding={4} borderColor="neutral150" borderWidth="0 0 1px" borderStyle="solid">
      <Box flex="1" minWidth="16rem">
        <Flex gap={2}>
          <Typography fontWeight="bold">{reply.name}</Typography>
          {reply.shared && <Badge>{say('savedReplies.shared')}</Badge>}
        </Flex>
        <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
          {reply.body.length > 160 ? `${reply.body.slice(0, 160)}…` : reply.body}
        </Typography>
      </Box>
      {mayChange && (
        <Flex gap={1}>
          <IconButton variant="ghost" label={say('savedReplies.edit', { name: reply.name })} onClick={onEdit}>
            <Pencil />
          </IconButton>
          <Dialog.Root>
            <Dialog.Trigger>
              <IconButton variant="ghost" label={say('savedReplies.remove', { name: reply.name })}>
                <Trash />
              </IconButton>
            </Dialog.Trigger>
            <ConfirmDialog onConfirm={onRemove}>{say('savedReplies.removeSure', { name: reply.name })}</ConfirmDialog>
          </Dialog.Root>
        </Flex>
      )}
    </Flex>
  );
};
