import { Flex, TextButton, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useState } from 'react';
import type { Attachment } from '../../../contracts/conversation';
import { readFile } from '../desk/client';
import { sayRefusal } from '../desk/refusal';
import { Problem } from '../display/Problem';
import { useWords } from '../use-words';
import { useFileSize } from './use-file-size';

const save = (bytes: Blob, name: string): void => {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after the click; revoking at once would cancel it in some.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

const DownloadButton = ({ attachment, onProblem }: { attachment: Attachment; onProblem(problem: string | null): void }) => {
  const say = useWords();
  const sizeOf = useFileSize();
  const [loading, setLoading] = useState(false);
  const download = async (): Promise<void> => {
    setLoading(true);
    onProblem(null);
    try {
      save(await readFile(attachment.id), attachment.name);
    } catch (error) {
      onProblem(sayRefusal(error, say));
    } finally {
      setLoading(false);
    }
  };
  return (
    <TextButton startIcon={<Download aria-hidden />} loading={loading} onClick={download}>
      {say('attachment.download', { name: attachment.name, size: sizeOf(attachment.size) })}
    </TextButton>
  );
};

/** A file that nobody can open, and why. */
const Withheld = ({ name, why }: { name: string; why: 'scanning' | 'virus' }) => (
  <Typography variant="pi" textColor={why === 'virus' ? 'danger600' : 'neutral700'}>
    {name} · {useWords()(`file.${why}`)}
  </Typography>
);

/** The files of a message, each a button that saves it. */
export const AttachmentList = ({ attachments }: { attachments: Attachment[] }) => {
  const [problem, setProblem] = useState<string | null>(null);
  if (attachments.length === 0) return null;
  return (
    <Flex direction="column" alignItems="flex-start" gap={2} paddingTop={4}>
      {attachments.map((attachment) =>
        attachment.withheld ? <Withheld key={attachment.id} name={attachment.name} why={attachment.withheld} /> : <DownloadButton key={attachment.id} attachment={attachment} onProblem={setProblem} />
      )}
      {problem && <Problem>{problem}</Problem>}
    </Flex>
  );
};
