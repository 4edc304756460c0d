import { Box, Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useEffect, useRef } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { Problem } from '../display/Problem';
import { SaveButton } from '../display/SaveButton';
import { UnsavedChanges } from '../display/UnsavedChanges';
import type { SettingsForm } from './use-settings-form';

interface Props {
  title: string;
  subtitle: string;
  form: Pick<SettingsForm<unknown>, 'busy' | 'modified' | 'problem' | 'save'>;
  children: ReactNode;
}

/** A page of settings: one form, saved as a whole; what was refused gets the focus. */
export const SettingsFrame = ({ title, subtitle, form, children }: Props) => {
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (form.problem) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form.problem]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void form.save();
  };
  return (
    <form ref={element} noValidate onSubmit={submit}>
      <UnsavedChanges when={form.modified && !form.busy} />
      <Page.Title>{title}</Page.Title>
      <Layouts.Header title={title} subtitle={subtitle} primaryAction={<SaveButton saving={form.busy} modified={form.modified} />} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          {form.problem && <Problem>{form.problem}</Problem>}
          {children}
        </Flex>
        <Box paddingBottom={8} />
      </Layouts.Content>
    </form>
  );
};
