import { Box, Link, Typography } from '@strapi/design-system';
import { useWords } from '../use-words';

/** Those whom the requester lets read and answer the ticket; nothing where there is nobody. */
export const Participants = ({ addresses }: { addresses: string[] }) => {
  const say = useWords();
  if (addresses.length === 0) return null;
  return (
    <Box paddingTop={4}>
      <Typography tag="h3" variant="sigma" textColor="neutral600">
        {say('requester.participants')}
      </Typography>
      <ul>
        {addresses.map((address) => (
          <li key={address}>
            <Link href={`mailto:${address}`}>{address}</Link>
          </li>
        ))}
      </ul>
    </Box>
  );
};
