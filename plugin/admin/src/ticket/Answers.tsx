import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { DeskTicketDetail } from '../../../contracts/desk';
import { Card } from '../display/Card';
import { useWords } from '../use-words';

const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** What the customer answered to the category's own questions. */
export const Answers = ({ fields }: Pick<DeskTicketDetail, 'fields'>) => {
  const say = useWords();
  if (fields.length === 0) return null;
  const { formatDate } = useIntl();
  const text = (value: string): string => (isDay.test(value) ? formatDate(`${value}T00:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' }) : value || '–');
  const words = (value: string | boolean): string => (typeof value === 'string' ? text(value) : say(value ? 'answer.yes' : 'answer.no'));
  return (
    <Card title={say('answers.title')}>
      <Flex tag="dl" direction="column" alignItems="stretch" gap={3}>
        {fields.map(({ name, label, value }) => (
          <Box key={name}>
            <Typography tag="dt" variant="pi" textColor="neutral600">
              <bdi>{label}</bdi>
            </Typography>
            <Typography tag="dd" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
              <bdi>{words(value)}</bdi>
            </Typography>
          </Box>
        ))}
      </Flex>
    </Card>
  );
};
