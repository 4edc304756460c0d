import { Dialog } from '@strapi/design-system';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { useBlocker } from 'react-router-dom';

/** Strapi's own form asks so, but only for forms that it keeps itself; the words are Strapi's too. */
const useWarningOfTheBrowser = (when: boolean): void =>
  useEffect(() => {
    if (!when) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [when]);

/** Asks before somebody leaves a page with what he changed and did not save: by a link, by the browser's buttons, by closing the tab. */
export const UnsavedChanges = ({ when }: { when: boolean }) => {
  const { formatMessage } = useIntl();
  useWarningOfTheBrowser(when);
  const blocker = useBlocker(({ currentLocation, nextLocation }) => when && currentLocation.pathname !== nextLocation.pathname);
  if (blocker.state !== 'blocked') return null;
  return (
    <Dialog.Root open onOpenChange={(open: boolean) => !open && blocker.reset()}>
      <ConfirmDialog onConfirm={() => blocker.proceed()}>{formatMessage({ id: 'global.prompt.unsaved', defaultMessage: 'You have unsaved changes, are you sure you want to leave?' })}</ConfirmDialog>
    </Dialog.Root>
  );
};
