import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { languages } from '../../../contracts/accounts';
import type { Language } from '../../../contracts/accounts';
import type { SentMail } from '../../../contracts/mail';
import { sayRefusal } from '../desk/refusal';
import { Card } from '../display/Card';
import { Choice } from '../display/Choice';
import { Problem } from '../display/Problem';
import { useWords } from '../use-words';
import { sendTestMail } from './client';

const Outcome = ({ sent: { to, state, error } }: { sent: SentMail }) => {
  const say = useWords();
  if (state === 'failed') return <Problem>{say('mail.testFailed', { to, error: error ?? '' })}</Problem>;
  return <Typography tag="p">{say(state === 'sent' ? 'mail.testSent' : 'mail.testKept', { to })}</Typography>;
};

/** Sends the admin a mail, and says what the mail server said. */
export const TestMail = () => {
  const say = useWords();
  const { formatDisplayName } = useIntl();
  const [language, setLanguage] = useState<Language>('en');
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState<SentMail | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (): Promise<void> => {
    setBusy(true);
    setSent(null);
    setProblem(null);
    await sendTestMail(language).then(setSent, (error: unknown) => setProblem(sayRefusal(error, say)));
    setBusy(false);
  };
  return (
    <Card title={say('mail.test')}>
      <Typography tag="p" textColor="neutral600">
        {say('mail.testHint')}
      </Typography>
      <Flex gap={3} paddingTop={4} alignItems="flex-end" wrap="wrap">
        <Box minWidth="20rem">
          <Choice<Language> label={say('field.language')} value={language} options={languages.map((value) => ({ value, label: formatDisplayName(value, { type: 'language' }) ?? value }))} onChange={setLanguage} />
        </Box>
        <Button size="L" variant="secondary" startIcon={<PaperPlane />} loading={busy} onClick={() => void send()}>
          {say('mail.testSend')}
        </Button>
      </Flex>
      <Box role="status" paddingTop={sent || problem ? 4 : 0}>
        {problem && <Problem>{problem}</Problem>}
        {sent && <Outcome sent={sent} />}
      </Box>
    </Card>
  );
};
