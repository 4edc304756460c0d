import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { useNotification, useRBAC } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { useIntl } from 'react-intl';
import { settingsActions } from '../../../contracts/settings';
import type { CustomerErasure } from '../../../contracts/privacy';
import { sayRefusal } from '../desk/refusal';
import { useLoaded } from '../desk/use-loaded';
import { Card } from '../display/Card';
import { useWords } from '../use-words';
import { readErasure, startErasure, withdrawErasure } from './client';

const asked = [{ action: settingsActions.erase, subject: null }];

const State = ({ erasure: { state, dueAt, lastError } }: { erasure: CustomerErasure }) => {
  const say = useWords();
  const { formatDate } = useIntl();
  const when = dueAt ? formatDate(dueAt, { dateStyle: 'long', timeStyle: 'short' }) : '';
  return (
    <>
      <Typography fontWeight="bold">{say(`erasure.state.${state}`, { when })}</Typography>
      {lastError && state === 'running' && <Typography textColor="danger600">{say('erasure.trouble', { error: lastError })}</Typography>}
    </>
  );
};

const AtOnce = ({ name, onErase }: { name: string; onErase(): void }) => {
  const say = useWords();
  return (
    <Dialog.Root>
      <Dialog.Trigger>
        <Button variant="danger">{say('erasure.startNow')}</Button>
      </Dialog.Trigger>
      <Dialog.Content>
        <Dialog.Header>{say('erasure.title')}</Dialog.Header>
        <Dialog.Body>{say('erasure.sure', { name })}</Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary">{say('erasure.cancel')}</Button>
          </Dialog.Cancel>
          <Dialog.Action>
            <Button variant="danger" onClick={onErase}>
              {say('erasure.startNow')}
            </Button>
          </Dialog.Action>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};

const Erasure = ({ id, name }: { id: number; name: string }) => {
  const say = useWords();
  const { toggleNotification } = useNotification();
  const { value, reload } = useLoaded(useCallback((signal: AbortSignal) => readErasure(id, signal), [id]));
  const [working, setWorking] = useState(false);
  const act = async (work: () => Promise<unknown>): Promise<void> => {
    setWorking(true);
    await work().catch((error: unknown) => toggleNotification({ type: 'danger', message: sayRefusal(error, say) }));
    setWorking(false);
    reload();
  };
  const state = value?.state;
  const mayStart = state !== 'confirmed' && state !== 'running' && state !== 'done';
  return (
    <Card title={say('erasure.title')}>
      <Flex direction="column" alignItems="flex-start" gap={4} role="status">
        {value && <State erasure={value} />}
        {mayStart && <Typography textColor="neutral600">{say('erasure.hint')}</Typography>}
        <Flex gap={2} wrap="wrap">
          {mayStart && (
            <Button variant="danger-light" loading={working} onClick={() => void act(() => startErasure(id, true))}>
              {say('erasure.start.plain')}
            </Button>
          )}
          {mayStart && <AtOnce name={name} onErase={() => void act(() => startErasure(id, false))} />}
          {(state === 'asked' || state === 'confirmed') && (
            <Button variant="secondary" loading={working} onClick={() => void act(() => withdrawErasure(id))}>
              {say('erasure.withdraw')}
            </Button>
          )}
        </Flex>
      </Flex>
    </Card>
  );
};

/** The erasure of one customer, for those who may start it. */
export const CustomerErasureCard = (props: { id: number; name: string }) => (useRBAC(asked).allowedActions['canErase'] ? <Erasure {...props} /> : null);
