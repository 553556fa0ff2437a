import channels from '../../../assets/channels.json' with { type: 'json' };
import holidays from '../../../assets/holidays.json' with { type: 'json' };
import neighbourhoodsFile from '../../../assets/neighbourhoods.json' with { type: 'json' };
import provinces from '../../../assets/provinces.json' with { type: 'json' };
import teams from '../../../assets/teams.json' with { type: 'json' };
import convictionDocuments from '../../../assets/texts/consent-conviction-documents.json' with {
  type: 'json',
};
import healthDocuments from '../../../assets/texts/consent-health-documents.json' with { type: 'json' };
import lifeSupport from '../../../assets/texts/consent-life-support.json' with { type: 'json' };
import lifeSupportEn from '../../../assets/texts/consent-life-support-en.json' with { type: 'json' };
import notice from '../../../assets/texts/privacy-notice.json' with { type: 'json' };
import noticeEn from '../../../assets/texts/privacy-notice-en.json' with { type: 'json' };
import smsTemplates from '../../../assets/texts/sms-templates.json' with { type: 'json' };
import topics from '../../../assets/topics.json' with { type: 'json' };
import { type NeighbourhoodsFile, neighbourhoodsSchema } from '../../../src-shared/rules/catalogue.ts';
import {
  makeCatalogue,
  type Catalogue as SharedCatalogue,
} from '../../../src-shared/rules/make-catalogue.ts';
import { sha256 } from '../ledger/digest.ts';

export type Catalogue = SharedCatalogue & {
  /** Read when it is first asked for: nothing at the start needs it. */
  readonly neighbourhoods: () => NeighbourhoodsFile;
};

const texts = [notice, noticeEn, lifeSupport, lifeSupportEn, healthDocuments, convictionDocuments];

export function loadCatalogue(): Catalogue {
  const files = { channels, holidays, provinces, teams, texts, smsTemplates, topics };
  let neighbourhoods: NeighbourhoodsFile | undefined;
  return {
    ...makeCatalogue(files, sha256),
    neighbourhoods: () => {
      neighbourhoods ??= neighbourhoodsSchema.parse(neighbourhoodsFile);
      return neighbourhoods;
    },
  };
}
