import { Box, Typography } from '@strapi/design-system';
import type { MergePreview, MergeReaders as Readers } from '../../../contracts/merging';
import { useWords } from '../use-words';
import type { Say } from '../use-words';

/** Everybody beside agents who can read a ticket, in words. */
const named = ({ requester, participants, colleagues, links }: Readers, say: Say): string[] => [
  requester,
  ...participants,
  ...(colleagues ? [say('merge.colleagues', { name: colleagues })] : []),
  ...(links > 0 ? [say('merge.links', { count: links })] : []),
];

const ReaderList = ({ title, readers }: { title: string; readers: Readers }) => {
  const say = useWords();
  return (
    <Box>
      <Typography tag="h3" variant="omega" fontWeight="bold">
        {title}
      </Typography>
      <ul>
        {named(readers, say).map((name) => (
          <li key={name}>
            <Typography style={{ overflowWrap: 'anywhere' }}>{name}</Typography>
          </li>
        ))}
      </ul>
    </Box>
  );
};

/** Who reads which ticket after a merge: of one requester the one that goes on, of two each his own. */
export const MergeReaders = ({ reference, preview: { way, into, readers } }: { reference: string; preview: MergePreview }) => {
  const say = useWords();
  return (
    <>
      <ReaderList title={say('merge.readBy', { reference: into.reference })} readers={readers.into} />
      {way === 'together' && <ReaderList title={say('merge.readBy', { reference })} readers={readers.from} />}
    </>
  );
};
