import { Box, Flex, Typography } from '@strapi/design-system';
import type { DeskTicketDetail } from '../../../contracts/desk';
import { Card } from '../display/Card';
import { useWords } from '../use-words';

/** What the customer answered to the category's own questions. */
export const Answers = ({ fields }: Pick<DeskTicketDetail, 'fields'>) => {
  const say = useWords();
  if (fields.length === 0) return null;
  const words = (value: string | boolean): string => (typeof value === 'string' ? value || '–' : say(value ? 'answer.yes' : 'answer.no'));
  return (
    <Card title={say('answers.title')}>
      <Flex tag="dl" direction="column" alignItems="stretch" gap={3}>
        {fields.map(({ name, label, value }) => (
          <Box key={name}>
            <Typography tag="dt" variant="pi" textColor="neutral600">
              {label}
            </Typography>
            <Typography tag="dd" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
              {words(value)}
            </Typography>
          </Box>
        ))}
      </Flex>
    </Card>
  );
};
