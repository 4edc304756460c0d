import type { SignInSettings } from '../../../contracts/configured-sign-in';
import { featuresToCome } from '../../../contracts/policy';
import { signInProviders } from '../accounts/services/sign-in-providers';
import { getService } from '../platform/get-service';
import type { Strapi } from '../platform/domain';
import { ceilingOf, filePolicy } from './file-policy';

/** Says at the start which values of the configuration have nothing behind them yet, so that nobody waits for their effect. */
export const saySwitchesOfNothing = (strapi: Strapi): void => {
  const values = filePolicy(strapi);
  for (const name of featuresToCome.filter((each) => values[`features.${each}`])) strapi.log.info(`Customer portal: features.${name} is on, but this version has nothing behind it yet. Nobody is offered it.`);
  // On by default, so that nobody has turned it on who reads this at his first start.
  if (values['features.emailReplies'] && !ceilingOf(strapi).canReceiveMail) strapi.log.debug('Customer portal: features.emailReplies is on, but no address receives mail (mail.inbound.address). Nobody is offered it.');
  const { providers } = strapi.config.get<SignInSettings>('plugin::portal.authentication');
  const offered = getService(strapi, 'sign-in-providers', signInProviders).offered().map(({ name }) => name);
  const missing = (providers ?? []).filter((name) => name !== 'email' && !offered.includes(name));
  if (missing.length > 0) strapi.log.info(`Customer portal: authentication.providers allows ${missing.join(' and ')}, but no client id is configured there. Nobody is offered it.`);
};
