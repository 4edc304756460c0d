import { Button } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { useWords } from '../use-words';

interface Props {
  saving: boolean;
  /** Whether there is anything to save. */
  modified: boolean;
  /** Without it, it submits its form. */
  onSave?(): Promise<unknown>;
}

/** Saves a page of settings; to be pressed only where something was changed. */
export const SaveButton = ({ saving, modified, onSave }: Props) => {
  const say = useWords();
  return (
    <Button type={onSave ? 'button' : 'submit'} startIcon={<Check />} loading={saving} disabled={!modified} onClick={onSave && (() => void onSave())}>
      {say('action.save')}
    </Button>
  );
};
