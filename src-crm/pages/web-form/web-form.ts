import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Topic } from '../../../src-shared/rules/catalogue.ts';
import type { GatewayParts } from '../../gateway-parts.ts';
import { shippedCatalogue } from '../../lib/catalogue.ts';
import { sendPublicPage } from '../layout.ts';
import { visitorOf } from '../visitor.ts';
import { closedView, elsewhereView, noTopicView } from './elsewhere.ts';
import { firstValues } from './form-view.ts';
import { createSealer } from './seal.ts';
import { createFormSender, formShower } from './send-form.ts';
import { takenPage } from './taken-page.ts';
import { topicListView } from './topic-list-view.ts';

const viewLimit = { rateLimit: { max: 60, timeWindow: '1 minute' } };
/** Corrections count too, so somebody may need a few. */
const sendLimit = { max: 30, timeWindow: '10 minutes' };
const registrationLimit = { max: 5, timeWindow: '10 minutes' };

const topicParams = z.object({ topic: z.string().max(60) });

/** WB-1: the public form, without scripts. */
export function webForm(parts: GatewayParts) {
  const { db, clock, intake } = parts;
  const sealer = createSealer(db, clock);
  const show = formShower(parts, sealer);

  return async (app: FastifyInstance): Promise<void> => {
    const send = createFormSender(parts, {
      sealer,
      show,
      countSent: app.createRateLimit(sendLimit),
      countRegistered: app.createRateLimit(registrationLimit),
    });

    app.get('/basvuru', { config: viewLimit }, async (_request, reply) =>
      sendPublicPage(reply, { title: 'Başvuru', body: topicListView() }),
    );

    await app.register(takenPage(parts));

    app.get('/basvuru/:topic', { config: viewLimit }, async (request, reply) => {
      const topic = topicOf(request);
      if (topic === undefined) return sendPublicPage(reply, noTopicView());
      const elsewhere = elsewhereView(topic);
      if (elsewhere !== undefined) return sendPublicPage(reply, elsewhere);
      const procedure = await intake.procedureFor(null, 'web');
      if (procedure?.isOn === false) return sendPublicPage(reply, closedView());
      const values = firstValues(topic, procedure?.usualReply ?? 'telephone');
      return show(reply, await visitorOf(parts, request, reply), topic, { values });
    });

    app.post('/basvuru/:topic', async (request, reply) => {
      const topic = topicOf(request);
      if (topic === undefined) return sendPublicPage(reply, noTopicView());
      const elsewhere = elsewhereView(topic);
      if (elsewhere !== undefined) return sendPublicPage(reply, { ...elsewhere, status: 422 });
      return send(request, reply, topic);
    });
  };
}

function topicOf(request: FastifyRequest): Topic | undefined {
  const code = topicParams.safeParse(request.params).data?.topic;
  const topic = code === undefined ? undefined : shippedCatalogue.topic(code);
  return topic?.retiredAt === undefined ? topic : undefined;
}
