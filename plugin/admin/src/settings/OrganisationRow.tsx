import { Box, Dialog, Flex, IconButton, Typography } from '@strapi/design-system';
import { Pencil, Trash } from '@strapi/icons';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { OrganisationLine } from '../../../contracts/settings';
import { useWords } from '../use-words';
import { OrganisationForm } from './OrganisationForm';

/** One organisation, with its form and its removal. */
export const OrganisationRow = ({ line, onSaved, onRemove }: { line: OrganisationLine; onSaved(): void; onRemove(line: OrganisationLine): Promise<void> }) => {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const { name, domains, members } = line;
  const saved = (): void => {
    setOpen(false);
    onSaved();
  };
  return (
    <Box tag="li" padding={3} paddingLeft={5} borderColor="neutral150" borderWidth="0 0 1px" borderStyle="solid">
      <Flex gap={4} wrap="wrap">
        <Box flex="1" minWidth="16rem">
          <Typography fontWeight="bold">{name}</Typography>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {[say('segments.members', { count: members }), ...domains.map((domain) => `@${domain}`)].join(' · ')}
          </Typography>
        </Box>
        <IconButton variant="ghost" label={say('categories.edit', { name })} aria-expanded={open} onClick={() => setOpen(!open)}>
          <Pencil />
        </IconButton>
        <Dialog.Root>
          <Dialog.Trigger>
            <IconButton variant="ghost" label={say('categories.remove', { name })}>
              <Trash />
            </IconButton>
          </Dialog.Trigger>
          <ConfirmDialog onConfirm={() => onRemove(line)}>{say('organisations.removeSure', { name, count: members })}</ConfirmDialog>
        </Dialog.Root>
      </Flex>
      {open && (
        <Box paddingTop={4}>
          <OrganisationForm line={line} onSaved={saved} />
        </Box>
      )}
    </Box>
  );
};
