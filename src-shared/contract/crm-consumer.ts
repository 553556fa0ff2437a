import { z } from 'zod';
import { consumerEntries } from '../ledger/other-entries.ts';
import { isStorable } from '../text/storable.ts';

const badId = 'CRM’in verdiği tüketici kimliği geçersiz. Kişiyi CRM’de yeniden arayın.';

/** The id becomes that of a stream, so it has to fit one. */
const crmIdField = z.string(badId).min(1, badId).max(80, badId).refine(isStorable, badId);

/**
 * A consumer's card as the CRM gave it. A registration carries the whole of it: the card is kept here under the
 * CRM's id, and what is recorded there with fewer installations than the CRM knows would take them away there too.
 */
export const crmConsumerSchema = consumerEntries['consumer.recorded'].extend({ id: crmIdField });
export type CrmConsumer = z.infer<typeof crmConsumerSchema>;
