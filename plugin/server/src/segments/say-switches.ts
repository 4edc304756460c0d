import { featuresToCome } from '../../../contracts/policy';
import type { Strapi } from '../platform/domain';
import { ceilingOf, filePolicy } from './file-policy';

/** Says at the start which values of the configuration have nothing behind them yet, so that nobody waits for their effect. */
export const saySwitchesOfNothing = (strapi: Strapi): void => {
  const values = filePolicy(strapi);
  for (const name of featuresToCome.filter((each) => values[`features.${each}`])) strapi.log.info(`Customer portal: features.${name} is on, but this version has nothing behind it yet. Nobody is offered it.`);
  if (values['features.emailReplies'] && !ceilingOf(strapi).canReceiveMail) strapi.log.info('Customer portal: features.emailReplies is on, but no address receives mail (mail.inbound.address). Nobody is offered it.');
  const elsewhere = strapi.config.get<string[]>('plugin::portal.authentication.providers').filter((name) => name !== 'email');
  if (elsewhere.length > 0) strapi.log.info(`Customer portal: authentication.providers allows ${elsewhere.join(' and ')}, but this version signs customers in by e-mail and password only. They are not offered.`);
};
