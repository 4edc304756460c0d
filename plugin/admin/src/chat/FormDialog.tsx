import { Button, Flex, Modal } from '@strapi/design-system';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { refusalOf, sayFieldError, sayRefusal } from '../desk/refusal';
import { Problem } from '../display/Problem';
import { useWords } from '../use-words';

interface Props {
  title: string;
  submitLabel: string;
  /** What does not come back by another click. */
  danger?: boolean;
  /** What the fields are called, by their place in what is sent. */
  labels?: Record<string, string>;
  /** Rejects with what the server said; the dialog stays then, with what was typed. */
  onSubmit(): Promise<unknown>;
  onClose(): void;
  children: ReactNode;
}

/** A dialog that asks something, does it and goes away. */
export const FormDialog = ({ title, submitLabel, danger = false, labels = {}, onSubmit, onClose, children }: Props) => {
  const say = useWords();
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setWorking(true);
    setProblem(null);
    try {
      await onSubmit();
      onClose();
    } catch (error) {
      const fields = refusalOf(error).fields.map((each) => [labels[each.path], sayFieldError(each, say)].filter(Boolean).join(': '));
      setProblem(fields.join(' ') || sayRefusal(error, say));
      setWorking(false);
    }
  };
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content>
        <form noValidate onSubmit={(event) => void submit(event)}>
          <Modal.Header closeLabel={say('action.cancel')}>
            <Modal.Title>{title}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              {children}
              {problem && <Problem>{problem}</Problem>}
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button variant="tertiary" onClick={onClose}>
              {say('action.cancel')}
            </Button>
            <Button type="submit" variant={danger ? 'danger' : 'default'} loading={working}>
              {submitLabel}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
};
