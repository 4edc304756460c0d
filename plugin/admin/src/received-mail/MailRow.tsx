import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { ReceivedMailLine } from '../../../contracts/inbound-mail';
import { Moment } from '../display/Moment';
import { useWords } from '../use-words';
import { MailDetail } from './MailDetail';

interface Props {
  line: ReceivedMailLine;
  mayManage: boolean;
  onDecided(): void;
}

/** One received mail: from whom, about what, and what became of it in words. */
export const MailRow = ({ line, mayManage, onDecided }: Props) => {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const subject = line.subject || say('received.noSubject');
  return (
    <Box tag="li" padding={4} borderColor="neutral150" borderWidth="0 0 1px" borderStyle="solid" style={{ overflowWrap: 'anywhere' }}>
      <Flex gap={4} wrap="wrap" alignItems="flex-start">
        <Box flex="1" minWidth="16rem">
          <Typography tag="h2" variant="omega" fontWeight="bold">
            <bdi>{subject}</bdi>
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral700">
            {line.from || say('received.nobody')} · <Moment at={line.receivedAt} form="full" /> · {say(`received.state.${line.state}`)}
          </Typography>
          {line.reason && (
            <Typography tag="p" textColor="neutral800">
              {say(`received.reason.${line.reason}`, { reference: line.reference ?? '' })}
            </Typography>
          )}
        </Box>
        <Button variant="tertiary" size="S" aria-expanded={open} aria-label={`${say(open ? 'received.close' : 'received.open')}: ${subject}`} onClick={() => setOpen(!open)}>
          {say(open ? 'received.close' : 'received.open')}
        </Button>
      </Flex>
      {open && <MailDetail line={line} mayManage={mayManage} onDecided={onDecided} />}
    </Box>
  );
};
