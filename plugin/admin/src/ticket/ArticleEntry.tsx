import { Box, Flex, Link, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import type { ArticleLink } from '../../../contracts/knowledge';

// A long title would squeeze the sign.
const ArticleAnchor = styled(Link)`
  svg {
    flex: none;
  }
`;

/** One article beside a ticket, as the customer finds it. */
export const ArticleEntry = ({ article, address, mark, children }: { article: ArticleLink; address: string; mark?: string; children?: ReactNode }) => (
  <Box tag="li">
    <ArticleAnchor href={address} isExternal>
      {article.title}
    </ArticleAnchor>
    {(mark || article.category) && (
      <Typography tag="p" variant="pi" textColor={mark ? 'success700' : 'neutral600'} fontWeight={mark ? 'bold' : 'regular'}>
        {mark ?? article.category?.name}
      </Typography>
    )}
    {children && (
      <Flex gap={2} wrap="wrap" paddingTop={2}>
        {children}
      </Flex>
    )}
  </Box>
);
