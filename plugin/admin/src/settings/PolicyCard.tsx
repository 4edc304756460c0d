import { Box } from '@strapi/design-system';
import { Card } from '../display/Card';
import { useWords } from '../use-words';
import { keysOf } from './policy-groups';
import type { PolicyGroup } from './policy-groups';
import { PolicyField } from './PolicyField';
import { ThemePreview } from './ThemePreview';
import type { PolicyForm } from './use-policy-form';

/** The keys of one group, each with its value and source; colours with a look at them. */
export const PolicyCard = ({ form, group, readOnly }: { form: PolicyForm; group: PolicyGroup; readOnly: boolean }) => {
  const say = useWords();
  return (
    <Card title={say(`settings.${group}`)}>
      <Box tag="ul" aria-label={say(`settings.${group}`)}>
        {keysOf(group).map((key) => (
          <PolicyField key={key} form={form} name={key} readOnly={readOnly} />
        ))}
      </Box>
      {group === 'theme' && <ThemePreview form={form} readOnly={readOnly} />}
    </Card>
  );
};
