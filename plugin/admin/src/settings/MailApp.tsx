import { Link, Typography } from '@strapi/design-system';
import { Page, useRBAC } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';
import { settingsActions } from '../../../contracts/settings';
import { Card } from '../display/Card';
import { forAllPath } from '../places';
import { useWords } from '../use-words';
import { PolicyPage } from './PolicyPage';
import { TestMail } from './TestMail';

const permissions = [{ action: settingsActions.read, subject: null }];
const asked = [{ action: settingsActions.mail, subject: null }];
const askedOfList = [{ action: settingsActions.mails, subject: null }];

/** The list itself has a page of its own, and a right. */
const ToFailedMails = () => {
  const say = useWords();
  return (
    <Card title={say('mail.undelivered')}>
      <Typography>
        <Link tag={RouterLink} to={forAllPath('mails')}>
          {say('mail.toUndelivered')}
        </Link>
      </Typography>
    </Card>
  );
};

const MailPage = () => {
  const { allowedActions } = useRBAC(asked);
  const { allowedActions: ofList } = useRBAC(askedOfList);
  return (
    <PolicyPage group="mail">
      {allowedActions.canManage && <TestMail />}
      {ofList.canManage && <ToFailedMails />}
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
