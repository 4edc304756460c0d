import { Page } from '@strapi/strapi/admin';
import { settingsActions } from '../../../contracts/settings';
import { useMayChat } from '../desk/use-rights';
import { PolicyPage } from '../settings/PolicyPage';
import { AvailableNow } from './AvailableNow';
import { WidgetCard } from './WidgetCard';

const permissions = [{ action: settingsActions.read, subject: null }];

const ChatSettingsPage = () => {
  const mayChat = useMayChat();
  return (
    <PolicyPage group="chat">
      <WidgetCard />
      {mayChat && <AvailableNow />}
    </PolicyPage>
  );
};

/** Settings for all: chat, with the widget for other sites and who is there now. */
const ChatSettingsApp = () => (
  <Page.Protect permissions={permissions}>
    <ChatSettingsPage />
  </Page.Protect>
);

export default ChatSettingsApp;
