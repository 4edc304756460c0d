import { Box, Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { chosenEvents } from '../../../contracts/webhooks';
import type { NewWebhook, Webhook, WebhookChange } from '../../../contracts/webhooks';
import { useRefusals } from '../desk/use-refusals';
import { Line } from '../display/Line';
import { Problem } from '../display/Problem';
import { useWords } from '../use-words';
import { changeWebhook, createWebhook } from './client';

interface Props {
  webhook: Webhook | null;
  onCreated?(webhook: NewWebhook): void;
  onSaved(): void;
}
const blank: WebhookChange = { name: '', address: '', events: ['ticket.opened', 'ticket.customer_replied'], active: true, withEmail: false };
const changeOf = ({ name, address, events, active, withEmail }: Webhook): WebhookChange => ({ name, address, events: chosenEvents.filter((each) => events.includes(each)), active, withEmail });

/** Name, address and events of a webhook; null for a new one. */
export const WebhookForm = ({ webhook, onCreated, onSaved }: Props) => {
  const say = useWords();
  const { toggleNotification } = useNotification();
  const eventsId = useId();
  const [change, setChange] = useState<WebhookChange>(webhook ? changeOf(webhook) : blank);
  const { busy, problem, errorAt, send } = useRefusals();
  const set = (part: Partial<WebhookChange>): void => setChange({ ...change, ...part });
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const saved = await send(async () => {
      if (webhook) await changeWebhook(webhook.id, change);
      else onCreated?.(await createWebhook(change));
    });
    if (!saved) return;
    toggleNotification({ type: 'success', message: say('webhooks.saved', { name: change.name }) });
    onSaved();
  };
  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <Flex direction="column" alignItems="stretch" gap={4} maxWidth="60rem">
        {problem && <Problem>{problem}</Problem>}
        <Line label={say('webhooks.name')} required value={change.name} error={errorAt('name')} onChange={(name) => set({ name })} />
        <Line label={say('webhooks.address')} hint={say('webhooks.addressHint')} required value={change.address} error={errorAt('address') && say('webhooks.addressRule')} onChange={(address) => set({ address })} />
        <Flex role="group" aria-labelledby={eventsId} direction="column" alignItems="flex-start" gap={2}>
          <Typography id={eventsId} variant="pi" fontWeight="bold">
            {say('webhooks.events')}
          </Typography>
          {errorAt('events') && <Typography textColor="danger600">{say('webhooks.eventsRule')}</Typography>}
          {chosenEvents.map((name) => (
            <Checkbox key={name} checked={change.events.includes(name)} onCheckedChange={(checked) => set({ events: chosenEvents.filter((each) => (each === name ? checked === true : change.events.includes(each))) })}>
              {say(`webhook.${name}`)}
            </Checkbox>
          ))}
        </Flex>
        <Checkbox checked={change.withEmail} onCheckedChange={(checked) => set({ withEmail: checked === true })}>
          {say('webhooks.withEmail')}
        </Checkbox>
        <Checkbox checked={change.active} onCheckedChange={(checked) => set({ active: checked === true })}>
          {say('webhooks.active')}
        </Checkbox>
        <Box>
          <Button type="submit" loading={busy} variant={webhook ? 'default' : 'secondary'}>
            {say(webhook ? 'action.save' : 'webhooks.create')}
          </Button>
        </Box>
      </Flex>
    </form>
  );
};
