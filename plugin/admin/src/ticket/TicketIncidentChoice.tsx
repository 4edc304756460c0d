import { useNotification } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { sayRefusal } from '../desk/refusal';
import { useLoaded } from '../desk/use-loaded';
import { Card } from '../display/Card';
import { Choice } from '../display/Choice';
import { linkIncident, readTicketIncident } from '../incidents/client';
import { useWords } from '../use-words';

// A select takes no empty value; ids of incidents are longer.
const none = 'none';

/** Counts a ticket to an incident; nothing where none goes on. */
export const TicketIncidentChoice = ({ reference, disabled }: { reference: string; disabled: boolean }) => {
  const say = useWords();
  const { toggleNotification } = useNotification();
  const { value, replace } = useLoaded(useCallback((signal: AbortSignal) => readTicketIncident(reference, signal), [reference]));
  if (!value || value.choices.length === 0) return null;
  const link = async (picked: string): Promise<void> => {
    try {
      replace(await linkIncident(reference, picked === none ? null : picked));
      toggleNotification({ type: 'success', message: say('ticket.saved') });
    } catch (error) {
      toggleNotification({ type: 'danger', message: sayRefusal(error, say) });
    }
  };
  const options = [{ value: none, label: say('incident.none') }, ...value.choices.map(({ id, title }) => ({ value: id, label: title }))];
  return (
    <Card title={say('incident.ofTicket')}>
      <Choice label={say('incident.belongsTo')} hint={say('incident.linkHint')} value={value.linked ?? none} options={options} disabled={disabled} onChange={(picked) => void link(picked)} />
    </Card>
  );
};
