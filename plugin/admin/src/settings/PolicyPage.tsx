import { Box, Button, Flex } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import type { InstallationSettings } from '../../../contracts/settings';
import { useLoaded } from '../desk/use-loaded';
import type { Loaded } from '../desk/use-loaded';
import { Failure } from '../display/Failure';
import { Problem } from '../display/Problem';
import { useWords } from '../use-words';
import { changePolicy, readPolicy } from './client';
import { Facts } from './Facts';
import { PolicyCard } from './PolicyCard';
import type { PolicyGroup } from './policy-groups';
import { usePolicyForm } from './use-policy-form';
import { useMayChange } from './use-settings-rights';

interface Props {
  group: PolicyGroup;
  /** What the page has besides. */
  children?: ReactNode;
}

const Form = ({ group, loaded, settings, children }: Props & { loaded: Loaded<InstallationSettings>; settings: InstallationSettings }) => {
  const say = useWords();
  const mayChange = useMayChange();
  const form = usePolicyForm(settings.lines, async (changes) => loaded.replace(await changePolicy(changes)));
  const save = mayChange && (
    <Button startIcon={<Check />} loading={form.saving} onClick={() => void form.save()}>
      {say('action.save')}
    </Button>
  );
  return (
    <>
      <Layouts.Header title={say(`settings.${group}`)} subtitle={say(`hint.settings.${group}`)} primaryAction={save} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          {form.problem && <Problem>{form.problem}</Problem>}
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
