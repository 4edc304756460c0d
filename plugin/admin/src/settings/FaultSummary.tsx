import { Box, Flex, TextButton, Typography } from '@strapi/design-system';
import { useEffect } from 'react';

/** One field that was refused: `id` of its place on the page. */
export interface Fault {
  id: string;
  label: string;
  error: string;
}

/** Where a field of the policy is on the page. */
export const placeOf = (name: string): string => `setting-${name}`;

const goTo = (id: string): void => {
  const place = document.getElementById(id);
  // In the middle: the page's header lies over what is at the top.
  place?.scrollIntoView({ block: 'center' });
  const input = place?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? place?.querySelector<HTMLElement>('input, textarea, button, [role="combobox"]');
  input?.focus({ preventScroll: true });
};

/** Why nothing was saved: the fields by name, each a way to it. A refusal leads to the first of them at once. */
export const FaultSummary = ({ problem, refusals, faults }: { problem: string | null; refusals: number; faults: Fault[] }) => {
  const first = faults[0]?.id;
  useEffect(() => {
    if (refusals > 0 && first) goTo(first);
    // Only when something was refused anew, not while its faults are mended.
  }, [refusals]);
  if (!problem) return null;
  return (
    <Box role="alert" background="danger100" borderColor="danger200" hasRadius padding={3} width="100%">
      <Typography textColor="danger700">{problem}</Typography>
      <Flex tag="ul" direction="column" alignItems="flex-start" gap={1} paddingTop={faults.length > 0 ? 2 : 0}>
        {faults.map(({ id, label, error }) => (
          <Flex key={id} tag="li" gap={2} wrap="wrap">
            <TextButton onClick={() => goTo(id)}>{label}</TextButton>
            <Typography variant="pi" textColor="danger700">
              {error}
            </Typography>
          </Flex>
        ))}
      </Flex>
    </Box>
  );
};
