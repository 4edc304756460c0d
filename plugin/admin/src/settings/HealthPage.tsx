import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { CheckState, Finding } from '../../../contracts/doctor';
import { useLoaded } from '../desk/use-loaded';
import { Failure } from '../display/Failure';
import { useWords } from '../use-words';
import { examine } from './client';

// The system's own dark shade of warnings is too light on its light one to be read (4.2 : 1).
const tones: Record<CheckState, [background: string, text: string]> = { well: ['success100', 'success700'], warning: ['warning100', 'neutral800'], broken: ['danger100', 'danger700'] };

/** What the doctor says is English in every language, and begins with figures and paths: without a direction of its own they would move to its end. */
const Told = ({ children }: { children: string }) => (
  <bdi lang="en" dir="ltr">
    {children}
  </bdi>
);

const Row = ({ finding: { name, state, found, mend } }: { finding: Finding }) => {
  const say = useWords();
  const [background, text] = tones[state];
  return (
    <Box tag="li" padding={4} borderColor="neutral150" borderWidth="0 0 1px" borderStyle="solid" style={{ overflowWrap: 'anywhere' }}>
      <Flex gap={3} wrap="wrap">
        <Typography tag="h2" variant="omega" fontWeight="bold">
          {say(`health.${name}`)}
        </Typography>
        <Badge backgroundColor={background} textColor={text}>
          {say(`health.state.${state}`)}
        </Badge>
      </Flex>
      <Typography tag="p" textColor="neutral600">
        <Told>{found}</Told>
      </Typography>
      {mend && (
        <Typography tag="p">
          <Told>{mend}</Told>
        </Typography>
      )}
    </Box>
  );
};

/** What `portal doctor` says, about the server that answers. */
export const HealthPage = () => {
  const say = useWords();
  const { value, error, loading, reload } = useLoaded(useCallback((signal: AbortSignal) => examine(signal), []));
  const action = (
    <Button variant="secondary" loading={loading} onClick={reload}>
      {say('health.again')}
    </Button>
  );
  return (
    <Page.Main>
      <Page.Title>{say('settings.health')}</Page.Title>
      <Layouts.Header title={say('settings.health')} subtitle={say('hint.settings.health')} primaryAction={action} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {error ? <Failure error={error} onRetry={reload} /> : !value ? <Page.Loading>{say('loading')}</Page.Loading> : null}
          <Box role="status">{value && <Typography>{say(`health.sum.${value.state}`)}</Typography>}</Box>
          {value && (
            <Box tag="ul" aria-label={say('settings.health')} background="neutral0" hasRadius borderColor="neutral150">
              {value.findings.map((finding) => (
                <Row key={finding.name} finding={finding} />
              ))}
            </Box>
          )}
        </Flex>
        <Box paddingBottom={8} />
      </Layouts.Content>
    </Page.Main>
  );
};
