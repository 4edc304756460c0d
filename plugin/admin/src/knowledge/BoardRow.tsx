import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  /** How often, since when. */
  facts: ReactNode;
  /** What people wrote. */
  words?: string[];
  action: ReactNode;
}

/** One row of the gap board: what is missing, how often, and what can be done. */
export const BoardRow = ({ title, facts, words = [], action }: Props) => (
  <Flex tag="li" gap={4} wrap="wrap" padding={4} borderColor="neutral150" borderWidth="0 0 1px" borderStyle="solid">
    <Box flex="1" minWidth="20rem">
      <Typography tag="h3" variant="omega" fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
        {title}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {facts}
      </Typography>
      {words.length > 0 && (
        <Box tag="ul" paddingTop={1}>
          {words.map((text, index) => (
            <Typography key={index} tag="li" variant="pi" textColor="neutral700" style={{ overflowWrap: 'anywhere' }}>
              {`“${text}”`}
            </Typography>
          ))}
        </Box>
      )}
    </Box>
    {action}
  </Flex>
);
