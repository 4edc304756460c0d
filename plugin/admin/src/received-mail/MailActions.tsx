import { Button, Dialog, Flex } from '@strapi/design-system';
import { ConfirmDialog, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { ReceivedMailDetail } from '../../../contracts/inbound-mail';
import { sayRefusal } from '../desk/refusal';
import { useWords } from '../use-words';
import { admitMail, discardMail, readRaw, runMail } from './client';

/** Saves the bytes of a mail as a file. */
const save = async (id: string, name: string): Promise<void> => {
  const address = URL.createObjectURL(await readRaw(id));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};

interface Props {
  mail: ReceivedMailDetail;
  mayManage: boolean;
  onDecided(): void;
}

/** What can be decided about a mail of which nothing was made yet. */
export const MailActions = ({ mail, mayManage, onDecided }: Props) => {
  const say = useWords();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState(false);
  const decide = async (work: () => Promise<ReceivedMailDetail>): Promise<void> => {
    setBusy(true);
    try {
      const { state } = await work();
      toggleNotification({ type: state === 'failed' ? 'warning' : 'success', message: say('received.now', { state: say(`received.state.${state}`) }) });
      onDecided();
    } catch (error) {
      toggleNotification({ type: 'danger', message: sayRefusal(error, say) });
    } finally {
      setBusy(false);
    }
  };
  const { id, reference, state } = mail;
  const isOpen = mayManage && state !== 'done';
  return (
    <Flex gap={2} wrap="wrap">
      {isOpen && reference && (
        <Button loading={busy} onClick={() => void decide(() => admitMail(id, 'answer'))}>
          {say('received.admitAnswer', { reference })}
        </Button>
      )}
      {isOpen && (
        <Button variant={reference ? 'secondary' : 'default'} loading={busy} onClick={() => void decide(() => admitMail(id, 'request'))}>
          {say('received.admitRequest')}
        </Button>
      )}
      {isOpen && (
        <Button variant="tertiary" loading={busy} onClick={() => void decide(() => runMail(id))}>
          {say('received.run')}
        </Button>
      )}
      <Button variant="tertiary" onClick={() => void save(id, 'mail.eml').catch((error: unknown) => toggleNotification({ type: 'danger', message: sayRefusal(error, say) }))}>
        {say('received.save')}
      </Button>
      {isOpen && state !== 'discarded' && (
        <Dialog.Root>
          <Dialog.Trigger>
            <Button variant="danger-light" loading={busy}>
              {say('received.discard')}
            </Button>
          </Dialog.Trigger>
          <ConfirmDialog onConfirm={() => decide(() => discardMail(id))}>{say('received.discardSure')}</ConfirmDialog>
        </Dialog.Root>
      )}
    </Flex>
  );
};
