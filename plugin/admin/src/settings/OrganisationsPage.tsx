import { Box, EmptyStateLayout, Flex } from '@strapi/design-system';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import type { OrganisationLine } from '../../../contracts/settings';
import { sayRefusal } from '../desk/refusal';
import { useLoaded } from '../desk/use-loaded';
import { Card } from '../display/Card';
import { Failure } from '../display/Failure';
import { useWords } from '../use-words';
import { listOrganisations, removeOrganisation } from './client';
import { OrganisationForm } from './OrganisationForm';
import { OrganisationRow } from './OrganisationRow';

/** The organisations of customers, with the domains that take in who registers. */
export const OrganisationsPage = () => {
  const say = useWords();
  const { toggleNotification } = useNotification();
  const { value, error, reload } = useLoaded(listOrganisations);
  const remove = async ({ id, name }: OrganisationLine): Promise<void> => {
    try {
      const { members } = await removeOrganisation(id);
      toggleNotification({ type: 'success', message: say('organisations.removed', { name, count: members }) });
      reload();
    } catch (failure) {
      toggleNotification({ type: 'danger', message: sayRefusal(failure, say) });
    }
  };
  return (
    <Page.Main>
      <Page.Title>{say('settings.organisations')}</Page.Title>
      <Layouts.Header title={say('settings.organisations')} subtitle={say('hint.settings.organisations')} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {error ? <Failure error={error} onRetry={reload} /> : !value ? <Page.Loading>{say('loading')}</Page.Loading> : null}
          {value?.length === 0 && <EmptyStateLayout content={say('organisations.empty')} />}
          {value && value.length > 0 && (
            <Box tag="ul" aria-label={say('settings.organisations')} background="neutral0" hasRadius borderColor="neutral150">
              {value.map((line) => (
                <OrganisationRow key={line.id} line={line} onSaved={reload} onRemove={remove} />
              ))}
            </Box>
          )}
          <Card title={say('organisations.create')}>
            <OrganisationForm line={null} onSaved={reload} />
          </Card>
        </Flex>
        <Box paddingBottom={8} />
      </Layouts.Content>
    </Page.Main>
  );
};
