import { Box, Typography } from '@strapi/design-system';

/** A sentence about something that did not work, told to screen readers at once. */
export const Problem = ({ children }: { children: string }) => (
  <Box role="alert" background="danger100" borderColor="danger200" hasRadius padding={3} width="100%">
    <Typography textColor="danger700">{children}</Typography>
  </Box>
);
