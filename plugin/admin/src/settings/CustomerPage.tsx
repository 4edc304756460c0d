import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { CustomerChange, CustomerSettings, MembershipReason, OrganisationLine, SegmentSummary } from '../../../contracts/settings';
import { sayRefusal } from '../desk/refusal';
import { useLoaded } from '../desk/use-loaded';
import { Back } from '../display/Back';
import { Card } from '../display/Card';
import { Failure } from '../display/Failure';
import { customersPath, segmentPath } from '../places';
import { useWords } from '../use-words';
import type { Say, Word } from '../use-words';
import { changeCustomer, listOrganisations, listSegments, readCustomer, removeSecondFactors } from './client';
import { AccessChoice, OrganisationChoice, SegmentChoice } from './CustomerPlace';
import { CustomerErasureCard } from './CustomerErasureCard';
import { CustomerPolicy } from './CustomerPolicy';
import { SecondFactor } from './SecondFactor';
import { useMayRead } from './use-settings-rights';

const sayReason = (reason: MembershipReason, { organisation, segmentTitle }: CustomerSettings, say: Say): string => {
  const name = segmentTitle ?? say('segments.nobody');
  if (reason.kind !== 'rule') return say(`reason.${reason.kind}`, { name });
  const rule = reason.rule.kind === 'domain' ? `@${reason.rule.domain}` : (organisation?.name ?? '');
  return say(reason.inConfig ? 'reason.config' : `reason.${reason.rule.kind}`, { name, rule });
};

interface Props {
  customer: CustomerSettings;
  segments: SegmentSummary[];
  houses: OrganisationLine[];
  mayRead: boolean;
  onChange(change: CustomerChange): void;
}

const Labelled = ({ word, width, children }: { word: Word; width: string; children: ReactNode }) => (
  <Box width={width}>
    <Typography tag="p" variant="pi" fontWeight="bold" aria-hidden paddingBottom={1}>
      {useWords()(word)}
    </Typography>
    {children}
  </Box>
);

/** Where the customer belongs and why; each choice is saved as it is made. */
const Place = ({ customer, mayRead, ...rest }: Props) => {
  const say = useWords();
  const props = { line: customer, ...rest };
  return (
    <Card title={say('customers.place')}>
      <Flex gap={4} wrap="wrap" alignItems="flex-start">
        <Labelled word="levels.segment" width="26rem">
          <SegmentChoice {...props} />
        </Labelled>
        <Labelled word="customers.organisation" width="22rem">
          <OrganisationChoice {...props} />
        </Labelled>
        <Labelled word="customers.accessColumn" width="12rem">
          <AccessChoice {...props} />
        </Labelled>
      </Flex>
      <Flex gap={3} wrap="wrap" paddingTop={4} role="status">
        <Typography>{sayReason(customer.reason, customer, say)}</Typography>
        {customer.segmentTitle && mayRead && (
          <Link tag={RouterLink} to={segmentPath(customer.segment)}>
            {say('customers.toSegment', { name: customer.segmentTitle })}
          </Link>
        )}
      </Flex>
    </Card>
  );
};

const useCustomer = (id: number) => {
  const say = useWords();
  const { toggleNotification } = useNotification();
  const loaded = useLoaded(useCallback((signal: AbortSignal) => readCustomer(id, signal), [id]));
  const change = async (wanted: CustomerChange): Promise<void> => {
    try {
      const { name } = await changeCustomer(id, wanted);
      toggleNotification({ type: 'success', message: say('customers.saved', { name }) });
      loaded.reload();
    } catch (error) {
      toggleNotification({ type: 'danger', message: sayRefusal(error, say) });
    }
  };
  const removeFactors = async (): Promise<void> => {
    try {
      await removeSecondFactors(id);
      toggleNotification({ type: 'success', message: say('customers.factorsRemoved') });
      loaded.reload();
    } catch (error) {
      toggleNotification({ type: 'danger', message: sayRefusal(error, say) });
    }
  };
  return { loaded, change, removeFactors };
};

/** One customer: where he belongs and why, and all that holds for him. */
export const CustomerPage = ({ id }: { id: number }) => {
  const say = useWords();
  const { loaded, change, removeFactors } = useCustomer(id);
  const { value, error, reload, loading } = loaded;
  const segments = useLoaded(listSegments).value?.segments ?? [];
  const houses = useLoaded(listOrganisations).value ?? [];
  const mayRead = useMayRead();
  return (
    <Page.Main aria-busy={loading}>
      <Page.Title>{value?.name ?? say('settings.customers')}</Page.Title>
      <Layouts.Header title={value?.name ?? ''} subtitle={value?.email} navigationAction={<Back fallback={customersPath} />} />
      <Layouts.Content>
        {error ? <Failure error={error} onRetry={reload} /> : !value ? <Page.Loading>{say('loading')}</Page.Loading> : null}
        {value && (
          <Flex direction="column" alignItems="stretch" gap={6}>
            <Place customer={value} segments={segments} houses={houses} mayRead={mayRead} onChange={(wanted) => void change(wanted)} />
            <SecondFactor customer={value} onRemove={() => void removeFactors()} />
            <CustomerPolicy customer={value} mayRead={mayRead} />
            <CustomerErasureCard id={id} name={value.name} />
          </Flex>
        )}
        <Box paddingBottom={8} />
      </Layouts.Content>
    </Page.Main>
  );
};
