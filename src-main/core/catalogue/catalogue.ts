import channels from '../../../assets/channels.json' with { type: 'json' };
import holidays from '../../../assets/holidays.json' with { type: 'json' };
import provinces from '../../../assets/provinces.json' with { type: 'json' };
import teams from '../../../assets/teams.json' with { type: 'json' };
import notice from '../../../assets/texts/privacy-notice.json' with { type: 'json' };
import smsTemplates from '../../../assets/texts/sms-templates.json' with { type: 'json' };
import topics from '../../../assets/topics.json' with { type: 'json' };
import { type Catalogue, makeCatalogue } from '../../../src-shared/rules/make-catalogue.ts';
import { sha256 } from '../ledger/digest.ts';

export type { Catalogue };

export function loadCatalogue(): Catalogue {
  return makeCatalogue({ channels, holidays, provinces, teams, notice, smsTemplates, topics }, sha256);
}
