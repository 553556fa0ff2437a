import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  consumerPageSchema,
  feedPageSchema,
  gatewayErrorSchema,
  logHeadSchema,
  logPageSchema,
  maxBatch,
  pushReplySchema,
  pushRequestSchema,
  returnReplySchema,
  returnRequestSchema,
} from '../../src-shared/contract/gateway.ts';
import type { GatewayParts } from '../gateway-parts.ts';
import { readFeed } from '../ledger/feed.ts';
import { pageText } from '../ledger/page-text.ts';
import { push } from '../ledger/push.ts';
import { readHead, readLogPage } from '../ledger/read.ts';
import { takeReturned } from '../ledger/returned.ts';
import { findConsumers } from '../projections/find-consumers.ts';
import { branchOf, requireApiKey } from './authenticate.ts';
import { answerApiError, refuse } from './errors.ts';

/** A full slice of entries whose texts are as long as a counter may write them. */
const pushBodyLimit = 32 * 1024 * 1024;

const logParams = z.strictObject({ log: z.uuid() });
const after = z.coerce.number().int().nonnegative().default(0);
const limit = z.coerce.number().int().positive().max(maxBatch).default(maxBatch);
const pageQuery = z.strictObject({ after, limit });
const cursor = z.string().max(100).default('');
const feedQuery = z.strictObject({ after: cursor, limit, exceptLog: z.uuid().optional() });
const consumerQuery = z.strictObject({ query: z.string().trim().min(1).max(200) });
const refused = { '4xx': gatewayErrorSchema, '5xx': gatewayErrorSchema };
const json = 'application/json; charset=utf-8';
const security = [{ branchKey: [] }];

/** What counters call; see src-shared/contract/gateway.ts. */
export function gatewayRoutes(parts: GatewayParts) {
  const { db } = parts;
  return async (scope: FastifyInstance): Promise<void> => {
    const app = scope.withTypeProvider<ZodTypeProvider>();
    app.setErrorHandler(answerApiError);
    app.addHook('onRequest', requireApiKey(db));

    app.route({
      method: 'POST',
      url: '/logs/:log/entries',
      bodyLimit: pushBodyLimit,
      schema: {
        summary: 'Push a contiguous slice of a log',
        security,
        params: logParams,
        body: pushRequestSchema,
        response: { 200: pushReplySchema, ...refused },
      },
      handler: async (request, reply) => {
        const { log } = request.params;
        const result = await push(db, { branch: branchOf(request), log, entries: request.body.entries });
        if (!result.ok) {
          const { code, ...detail } = result.refusal;
          return refuse(reply, code, 'fields' in detail ? { fields: [...detail.fields] } : detail);
        }
        parts.onStored();
        return { head: result.head, accepted: result.accepted };
      },
    });

    app.route({
      method: 'POST',
      url: '/returned',
      bodyLimit: pushBodyLimit,
      schema: {
        summary: 'Give back entries that a gateway restored from a backup has lost',
        security,
        body: returnRequestSchema,
        response: { 200: returnReplySchema, ...refused },
      },
      handler: async (request) => {
        const { entries } = request.body;
        const taken = await takeReturned(db, { branch: branchOf(request), entries });
        request.log.info({ taken, passedOver: entries.length - taken }, 'returned');
        if (taken > 0) parts.onStored();
        return { taken };
      },
    });

    app.route({
      method: 'GET',
      url: '/logs/:log/head',
      schema: {
        summary: 'What the gateway holds of a log',
        security,
        params: logParams,
        response: { 200: logHeadSchema, ...refused },
      },
      handler: async (request, reply) => {
        const head = await readHead(db, branchOf(request), request.params.log);
        return head ?? refuse(reply, 'other_branch');
      },
    });

    // The two that carry entries write their answer themselves.
    scope.route<{ Params: z.infer<typeof logParams>; Querystring: z.infer<typeof pageQuery> }>({
      method: 'GET',
      url: '/logs/:log/entries',
      schema: {
        summary: 'Entries of a log, for a store restored from a backup',
        security,
        params: logParams,
        querystring: pageQuery,
        response: { 200: logPageSchema, ...refused },
      },
      handler: async (request, reply) => {
        const { log } = request.params;
        const page = await readLogPage(db, branchOf(request), { log, ...request.query });
        if (page === undefined) return refuse(reply, 'other_branch');
        const { rows, ...rest } = page;
        return reply.type(json).send(pageText(rows, rest));
      },
    });

    scope.route<{ Querystring: z.infer<typeof feedQuery> }>({
      method: 'GET',
      url: '/feed',
      schema: {
        summary: 'What arrived for the branch, in order',
        security,
        querystring: feedQuery,
        response: { 200: feedPageSchema, ...refused },
      },
      handler: async (request, reply) => {
        const { exceptLog, ...asked } = request.query;
        const { rows, ...rest } = await readFeed(db, branchOf(request), { ...asked, exceptLog });
        return reply.type(json).send(pageText(rows, rest));
      },
    });

    app.route({
      method: 'GET',
      url: '/consumers',
      schema: {
        summary: 'Consumers by identity number, phone, installation number or name',
        security,
        querystring: consumerQuery,
        response: { 200: consumerPageSchema, ...refused },
      },
      handler: async (request) => ({ consumers: [...(await findConsumers(db, request.query.query))] }),
    });
  };
}
