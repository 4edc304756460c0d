import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { CustomerSettings } from '../../../contracts/settings';
import { Card } from '../display/Card';
import { useWords } from '../use-words';

/** Whether a customer signs in in two steps, and the way out for one who lost every second one. */
export const SecondFactor = ({ customer, onRemove }: { customer: CustomerSettings; onRemove(): void }) => {
  const say = useWords();
  const [asking, setAsking] = useState(false);
  return (
    <Card title={say('customers.secondFactor')}>
      <Flex gap={4} wrap="wrap" alignItems="center">
        <Typography>{say(customer.secondFactor ? 'customers.secondFactorOn' : 'customers.secondFactorOff')}</Typography>
        {customer.secondFactor && (
          <Dialog.Root open={asking} onOpenChange={setAsking}>
            <Dialog.Trigger>
              <Button variant="danger-light">{say('customers.removeFactors')}</Button>
            </Dialog.Trigger>
            <ConfirmDialog onConfirm={onRemove}>{say('customers.removeFactorsAsk', { name: customer.name })}</ConfirmDialog>
          </Dialog.Root>
        )}
      </Flex>
    </Card>
  );
};
