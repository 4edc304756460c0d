import type { Incident } from '@contracts/incidents';
import type { PortalApi } from '@portal-api/client';

/** What goes on now, for a signed-in reader; nothing for a stranger, and nothing where it cannot be read: the page stands without it. */
export const shownIncidents = async (api: PortalApi): Promise<Incident[]> => {
  const answer = api.mayBeSignedIn ? await api.get<Incident[]>('/incidents') : null;
  return answer?.ok ? answer.data : [];
};

/** The page that a form was on, of those that show incidents. */
export const pageOfForm = (name: string): '/' | '/dashboard' | '/requests/new' | `/requests/${string}` => {
  if (name === 'dashboard') return '/dashboard';
  if (name === 'new') return '/requests/new';
  return /^R-[0-9A-Z]{1,18}$/.test(name) ? `/requests/${name}` : '/';
};
