import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import type { UndeliveredMail } from '../../../contracts/mail';
import { useLoaded } from '../desk/use-loaded';
import { Card } from '../display/Card';
import { Failure } from '../display/Failure';
import { Moment } from '../display/Moment';
import { useWords } from '../use-words';
import { listUndelivered } from './client';

const Row = ({ mail: { to, subject, state, attempts, nextAt, error, createdAt } }: { mail: UndeliveredMail }) => {
  const say = useWords();
  return (
    <Box tag="li" paddingTop={3} paddingBottom={3} borderColor="neutral150" borderWidth="1px 0 0" borderStyle="solid" style={{ overflowWrap: 'anywhere' }}>
      <Flex gap={2} wrap="wrap">
        <Typography fontWeight="bold">{to}</Typography>
        <Typography>{subject}</Typography>
        <Badge>{say(state === 'failed' ? 'mail.failed' : 'mail.waiting')}</Badge>
      </Flex>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {say('mail.attempts', { count: attempts })} · <Moment at={createdAt} form="full" />
        {nextAt && (
          <>
            {' · '}
            {say('mail.nextAt')} <Moment at={nextAt} form="full" />
          </>
        )}
      </Typography>
      <Typography tag="p" variant="pi" textColor="danger700">
        {error}
      </Typography>
    </Box>
  );
};

/** Mails that the server has not taken, with what it said. */
export const UndeliveredMails = () => {
  const say = useWords();
  const { value, error, reload } = useLoaded(listUndelivered);
  const again = (
    <Button variant="tertiary" startIcon={<ArrowClockwise />} onClick={reload}>
      {say('mail.reload')}
    </Button>
  );
  return (
    <Card title={say('mail.undelivered')} action={again}>
      {error ? <Failure error={error} onRetry={reload} /> : null}
      {value?.length === 0 && <Typography textColor="neutral600">{say('mail.allDelivered')}</Typography>}
      {value && value.length > 0 && (
        <Box tag="ul" aria-label={say('mail.undelivered')}>
          {value.map((mail) => (
            <Row key={mail.id} mail={mail} />
          ))}
        </Box>
      )}
    </Card>
  );
};
