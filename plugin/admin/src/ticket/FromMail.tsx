import { Box, Flex, Typography } from '@strapi/design-system';
import type { MailPart } from '../../../contracts/inbound-mail';
import { useWords } from '../use-words';
import { LetterText } from './LetterText';

/** What a message has beside its text because it came by mail; the quote that was cut opens on demand. */
export const FromMail = ({ mail: { cutHtml, remarks } }: { mail: MailPart }) => {
  const say = useWords();
  return (
    <Flex direction="column" alignItems="stretch" gap={2} paddingTop={4}>
      <Typography variant="pi" textColor="neutral700">
        {[say('mail.byMail'), ...remarks.map(({ code, detail }) => say(`mail.remark.${code}`, { detail: detail ?? '' }))].join(' · ')}
      </Typography>
      {cutHtml && (
        <details>
          <Typography tag="summary" variant="pi" fontWeight="bold" style={{ cursor: 'pointer' }}>
            {say('mail.showCut')}
          </Typography>
          <Box paddingTop={2}>
            <LetterText html={cutHtml} />
          </Box>
        </details>
      )}
    </Flex>
  );
};
