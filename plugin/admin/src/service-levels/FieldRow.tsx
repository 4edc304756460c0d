import { Box, Flex, IconButton } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import type { ReactNode } from 'react';

interface Props {
  /** What the row is about, for screen readers. */
  name: string;
  remove: string;
  onRemove(): void;
  children: ReactNode;
}

/** Some inputs beside each other that belong together, with a way to take them out; below each other where it is narrow. */
export const FieldRow = ({ name, remove, onRemove, children }: Props) => (
  <li>
    <Flex role="group" aria-label={name} gap={3} wrap="wrap" alignItems="flex-end">
      {children}
      <Box paddingBottom={1}>
        <IconButton variant="ghost" label={remove} onClick={onRemove}>
          <Trash />
        </IconButton>
      </Box>
    </Flex>
  </li>
);

/** One input of a row. */
export const RowCell = ({ children, wide = false }: { children: ReactNode; wide?: boolean }) => (
  <Box flex={wide ? '2 1 20rem' : '1 1 14rem'} minWidth="12rem" maxWidth={wide ? '40rem' : '26rem'}>
    {children}
  </Box>
);
