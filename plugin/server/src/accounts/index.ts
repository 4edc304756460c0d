import { hours } from '../platform/clock';
import { getService } from '../platform/get-service';
import { jobs } from '../platform/services/jobs';
import type { Domain } from '../platform/domain';
import { customer } from './content-types/customer';
import { session } from './content-types/session';
import { verificationCode } from './content-types/verification-code';
import { auth } from './controllers/auth';
import { authRoutes } from './routes/auth';
import { customers } from './services/customers';
import { passwords } from './services/passwords';
import { registration } from './services/registration';
import { sessions } from './services/sessions';
import { verificationCodes } from './services/verification-codes';

/** Rank 2: who somebody is, and how he proves it. */
export const accounts: Domain = {
  contentTypes: { customer, session, 'verification-code': verificationCode },
  controllers: { auth },
  services: { customers, passwords, registration, sessions, 'verification-codes': verificationCodes },
  routes: { contentApi: authRoutes },
  bootstrap({ strapi }) {
    const forget = async (): Promise<void> => {
      await getService(strapi, 'sessions', sessions).forgetExpired();
      await getService(strapi, 'verification-codes', verificationCodes).forgetExpired();
    };
    getService(strapi, 'jobs', jobs).start({ name: 'forget ended sessions and codes', everyMs: hours(1), run: forget });
  },
};
