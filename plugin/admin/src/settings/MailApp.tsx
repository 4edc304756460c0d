import { Page, useRBAC } from '@strapi/strapi/admin';
import { settingsActions } from '../../../contracts/settings';
import { PolicyPage } from './PolicyPage';
import { TestMail } from './TestMail';
import { UndeliveredMails } from './UndeliveredMails';

const permissions = [{ action: settingsActions.read, subject: null }];
const asked = [{ action: settingsActions.mail, subject: null }];

const MailPage = () => {
  const { allowedActions } = useRBAC(asked);
  return (
    <PolicyPage group="mail">
      {allowedActions.canManage && (
        <>
          <TestMail />
          <UndeliveredMails />
        </>
      )}
    </PolicyPage>
  );
};

/** Settings for all: who mails come from, and whether they arrive. */
const MailApp = () => (
  <Page.Protect permissions={permissions}>
    <MailPage />
  </Page.Protect>
);

export default MailApp;
