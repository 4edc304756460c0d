import { Typography } from '@strapi/design-system';
import type { PolicyKey } from '../../../contracts/policy';
import { priorities } from '../../../contracts/tickets';
import { useWords } from '../use-words';
import type { PolicyForm } from './use-policy-form';

/** What the two settings of priorities come to together, under each of them. */
export const PriorityResult = ({ form, name }: { form: PolicyForm; name: PolicyKey }) => {
  const say = useWords();
  if (name !== 'priorities' && name !== 'features.prioritySupport') return null;
  const chosen = (form.shown('priorities')?.value ?? []) as readonly string[];
  const withUrgent = form.shown('features.prioritySupport')?.value === true;
  const offered = priorities.filter((each) => chosen.includes(each) || (each === 'urgent' && withUrgent));
  return (
    <Typography tag="p" variant="pi" textColor="neutral700" role="status" style={{ marginBlockStart: '0.8rem' }}>
      {say('priorities.result', { list: offered.map((each) => say(`priority.${each}`)).join(', ') || say('value.none') })}
    </Typography>
  );
};
