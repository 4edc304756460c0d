import { Box, Flex, Typography } from '@strapi/design-system';
import { useId } from 'react';
import type { ReactNode } from 'react';

/** A titled part of a page. */
export const Card = ({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) => {
  const id = useId();
  return (
    <Box tag="section" aria-labelledby={id} background="neutral0" hasRadius borderColor="neutral150" padding={5} width="100%">
      <Flex justifyContent="space-between" gap={2} paddingBottom={4}>
        <Typography tag="h2" id={id} variant="delta">
          {title}
        </Typography>
        {action}
      </Flex>
      {children}
    </Box>
  );
};
