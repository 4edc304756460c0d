import { Flex, Link, Typography } from '@strapi/design-system';
import { useRBAC } from '@strapi/strapi/admin';
import type { StrapiApp } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { deskActions } from '../../../contracts/desk';
import { listUserTickets } from '../desk/client';
import { useLoaded } from '../desk/use-loaded';
import { StateBadge } from '../display/StateBadge';
import { ticketPath } from '../places';
import { useWords } from '../use-words';

const userType = 'plugin::users-permissions.user';
const asked = [{ action: deskActions.read, subject: null }];

interface PanelProps {
  model: string;
  document?: Record<string, unknown>;
}
type Panel = (props: PanelProps) => { title: string; content: ReactNode } | null;

const Tickets = ({ user }: { user: number }) => {
  const say = useWords();
  const { value } = useLoaded(useCallback((signal: AbortSignal) => listUserTickets(user, signal), [user]));
  if (!value) return null;
  if (value.length === 0) return <Typography textColor="neutral600">{say('user.noTickets')}</Typography>;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3} width="100%">
      {value.map(({ reference, subject, state }) => (
        <Flex key={reference} tag="li" justifyContent="space-between" alignItems="flex-start" gap={3}>
          <Link tag={RouterLink} to={ticketPath(reference)}>
            {subject}
          </Link>
          <StateBadge state={state} />
        </Flex>
      ))}
    </Flex>
  );
};

const TicketsPanel: Panel = ({ model, document }) => {
  const say = useWords();
  const { allowedActions } = useRBAC(asked);
  const id = model === userType ? Number(document?.id) : NaN;
  if (!Number.isInteger(id) || !allowedActions.canRead) return null;
  return { title: say('user.tickets'), content: <Tickets user={id} /> };
};

/** Puts a customer's tickets beside the form of the user behind it. */
export const addUserPanel = (app: Pick<StrapiApp, 'getPlugin'>): void => {
  const { apis } = app.getPlugin('content-manager') as unknown as { apis: { addEditViewSidePanel(panels: Panel[]): void } };
  apis.addEditViewSidePanel([TicketsPanel]);
};
