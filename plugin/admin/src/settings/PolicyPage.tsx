import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { InstallationSettings } from '../../../contracts/settings';
import { useLoaded } from '../desk/use-loaded';
import type { Loaded } from '../desk/use-loaded';
import { Failure } from '../display/Failure';
import { SaveButton } from '../display/SaveButton';
import { UnsavedChanges } from '../display/UnsavedChanges';
import { segmentsPath } from '../places';
import { useWords } from '../use-words';
import { changePolicy, readPolicy } from './client';
import { Facts } from './Facts';
import { FaultSummary } from './FaultSummary';
import { PolicyCard } from './PolicyCard';
import { segmentGroups } from './policy-groups';
import type { PolicyGroup } from './policy-groups';
import { usePolicyForm } from './use-policy-form';
import { useMayChange } from './use-settings-rights';

/** For whom the page's settings hold, and where those of one kind of customer are. */
const ForWhom = () => {
  const say = useWords();
  return (
    <Typography tag="p">
      {say('settings.forAll')}{' '}
      <Link tag={RouterLink} to={segmentsPath}>
        {say('settings.toSegments')}
      </Link>
    </Typography>
  );
};

interface Props {
  group: PolicyGroup;
  /** What the page has besides. */
  children?: ReactNode;
}

const Form = ({ group, loaded, settings, children }: Props & { loaded: Loaded<InstallationSettings>; settings: InstallationSettings }) => {
  const say = useWords();
  const mayChange = useMayChange();
  const form = usePolicyForm(settings.lines, settings.facts.brand, async (changes) => loaded.replace(await changePolicy(changes)));
  const save = mayChange && <SaveButton saving={form.saving} modified={form.modified} onSave={form.save} />;
  return (
    <>
      <UnsavedChanges when={form.modified && !form.saving} />
      <Layouts.Header title={say(`settings.${group}`)} subtitle={say(`hint.settings.${group}`)} primaryAction={save} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          {segmentGroups.includes(group) && <ForWhom />}
          <FaultSummary problem={form.problem} refusals={form.refusals} faults={form.faults} />
          <PolicyCard form={form} group={group} readOnly={!mayChange} />
          <Facts group={group} facts={settings.facts} />
          {children}
        </Flex>
        <Box paddingBottom={8} />
      </Layouts.Content>
    </>
  );
};

/** One page of what holds for all customers whose segment says nothing else. */
export const PolicyPage = ({ group, children }: Props) => {
  const say = useWords();
  const loaded = useLoaded(readPolicy);
  return (
    <Page.Main aria-busy={loaded.loading}>
      <Page.Title>{say(`settings.${group}`)}</Page.Title>
      {loaded.error ? <Failure error={loaded.error} onRetry={loaded.reload} /> : loaded.value ? <Form group={group} loaded={loaded} settings={loaded.value} children={children} /> : <Page.Loading>{say('loading')}</Page.Loading>}
    </Page.Main>
  );
};
