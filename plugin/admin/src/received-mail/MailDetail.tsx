import { Box, Flex, Typography } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { MailDecision, ReceivedMailLine } from '../../../contracts/inbound-mail';
import { useLoaded } from '../desk/use-loaded';
import { Failure } from '../display/Failure';
import { LetterText } from '../ticket/LetterText';
import { useWords } from '../use-words';
import { readMail } from './client';
import { MailActions } from './MailActions';

const Steps = ({ decisions }: { decisions: MailDecision[] }) => {
  const say = useWords();
  return (
    <Box tag="ol" aria-label={say('received.steps')}>
      {decisions.map(({ step, verdict, detail }) => (
        <Typography key={step} tag="li" variant="pi" textColor={verdict === 'held' || verdict === 'ignored' ? 'neutral900' : 'neutral700'} style={{ display: 'block' }}>
          {`${say(`received.step.${step}`)} ${say(`received.verdict.${verdict}`)}${detail ? ` (${detail})` : ''}`}
        </Typography>
      ))}
    </Box>
  );
};

interface Props {
  line: ReceivedMailLine;
  mayManage: boolean;
  onDecided(): void;
}

/** A mail opened: its text without pictures, what each step found, and what can be decided. */
export const MailDetail = ({ line, mayManage, onDecided }: Props) => {
  const say = useWords();
  const { value, error, reload } = useLoaded(useCallback((signal: AbortSignal) => readMail(line.id, signal), [line.id]));
  if (error) return <Failure error={error} onRetry={reload} />;
  if (!value) return <Page.Loading>{say('loading')}</Page.Loading>;
  return (
    <Flex direction="column" alignItems="stretch" gap={4} paddingTop={4}>
      <Typography variant="pi" textColor="neutral700">
        {[say('received.to', { to: value.to || '–' }), say('received.via', { via: value.via }), ...value.files.map(({ name }) => name)].join(' · ')}
      </Typography>
      {value.lastError && <Typography textColor="danger600">{value.lastError}</Typography>}
      <Box background="neutral100" hasRadius padding={4} maxHeight="24rem" overflow="auto" tabIndex={0} role="region" aria-label={say('received.text')}>
        {value.html ? <LetterText html={value.html} /> : <Typography textColor="neutral700">{say('received.unreadable')}</Typography>}
      </Box>
      <Steps decisions={value.decisions} />
      <MailActions mail={value} mayManage={mayManage} onDecided={onDecided} />
    </Flex>
  );
};
