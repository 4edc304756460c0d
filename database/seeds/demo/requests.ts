import { addressesAndCustoms } from './requests/addresses-and-customs';
import { appAndData } from './requests/app-and-data';
import { lateParcels } from './requests/late-parcels';
import { money } from './requests/money';
import { offline } from './requests/offline';
import { orders } from './requests/orders';
import { quotesAndIdeas } from './requests/quotes-and-ideas';
import { rainSoilAndPressure } from './requests/rain-soil-and-pressure';
import { settingUpAndRepairs } from './requests/setting-up-and-repairs';
import { temperatureAndHumidity } from './requests/temperature-and-humidity';
import { wind } from './requests/wind';
import type { Script } from './script';

/** Ten weeks of the desk; the player puts them in order of time. */
export const requests: Script[] = [
  ...temperatureAndHumidity,
  ...wind,
  ...rainSoilAndPressure,
  ...offline,
  ...settingUpAndRepairs,
  ...lateParcels,
  ...addressesAndCustoms,
  ...orders,
  ...appAndData,
  ...money,
  ...quotesAndIdeas,
];
