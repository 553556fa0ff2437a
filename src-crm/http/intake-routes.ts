import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { FieldError } from '../../src-shared/contract/errors.ts';
import { gatewayErrorSchema } from '../../src-shared/contract/gateway.ts';
import {
  type IntakeCatalogue,
  idempotencyKeyField,
  intakeApplicationSchema,
  intakeCatalogueQuery,
  intakeCatalogueSchema,
  intakeReplySchema,
} from '../../src-shared/contract/gateway-intake.ts';
import { fieldErrorsOf, turkishParse } from '../../src-shared/contract/input-errors.ts';
import { applicationTypes } from '../../src-shared/ledger/application-entries.ts';
import type { GatewayParts } from '../gateway-parts.ts';
import { shippedCatalogue } from '../lib/catalogue.ts';
import { intakeKeyOf, requireApiKey } from './authenticate.ts';
import { answerApiError, refuse } from './errors.ts';

/** The longest texts that a registration may hold, with room for their JSON. */
const applicationBodyLimit = 128 * 1024;
/** A key that got into wrong hands can't use up a year's numbers before it is withdrawn. */
const keyLimit = { max: 120, timeWindow: '1 minute' };
const fieldsShown = 50;

const keyHeader = z.object({ 'idempotency-key': idempotencyKeyField });
const anyJson = z.json();
const refused = { '4xx': gatewayErrorSchema, '5xx': gatewayErrorSchema };
const security = [{ intakeKey: [] }];

/** What systems outside call that register applications; see src-shared/contract/gateway-intake.ts. */
export function intakeRoutes(parts: GatewayParts) {
  return async (scope: FastifyInstance): Promise<void> => {
    const app = scope.withTypeProvider<ZodTypeProvider>();
    app.setErrorHandler(answerApiError);
    app.addHook('onRequest', requireApiKey(parts.db, 'intake'));
    const limited = app.createRateLimit({ ...keyLimit, keyGenerator: (request) => intakeKeyOf(request).id });

    app.route({
      method: 'POST',
      url: '/applications',
      bodyLimit: applicationBodyLimit,
      schema: {
        summary: 'Register an application from outside, once per Idempotency-Key',
        security,
        headers: keyHeader,
        body: intakeApplicationSchema,
        response: { 200: intakeReplySchema, ...refused },
      },
      // Read in the handler instead, where a refusal keeps the sentences of the fields.
      validatorCompiler: () => () => true,
      handler: async (request, reply) => {
        const limit = await limited(request);
        if (!limit.isAllowed && limit.isExceeded) return refuse(reply, 'too_many_requests');
        const header = keyHeader.safeParse(request.headers);
        const read = intakeApplicationSchema.safeParse(request.body ?? {}, turkishParse);
        const body = anyJson.safeParse(request.body ?? {});
        if (!header.success || !read.success || !body.success)
          return refuseFields(reply, 'invalid_input', [
            ...(header.success ? [] : [keyError(header.error)]),
            ...(read.success ? [] : fieldErrorsOf(read.error)),
          ]);
        const key = intakeKeyOf(request);
        if (!key.channels.includes(read.data.channel)) return refuse(reply, 'other_channel');
        const result = await parts.intake.take({
          keyId: key.id,
          idempotencyKey: header.data['idempotency-key'],
          application: read.data,
          body: body.data,
        });
        if (result.ok) return result.taken;
        if (result.code === 'not_acceptable') return refuseFields(reply, 'not_acceptable', result.fields);
        return refuse(reply, result.code);
      },
    });

    app.route({
      method: 'GET',
      url: '/catalogue',
      schema: {
        summary: 'Topics with their fields, provinces and the privacy notice in force',
        security,
        querystring: intakeCatalogueQuery,
        response: { 200: intakeCatalogueSchema, ...refused },
      },
      handler: async ({ query }) => {
        const { code, version, language, title, draft, validFrom, body, legalGrounds } =
          await parts.intake.noticeFor(query.province ?? null);
        const notice = { code, version, language, title, draft, validFrom, body, legalGrounds };
        return { ...catalogueOutside, notice };
      },
    });
  };
}

function keyError(error: z.ZodError): FieldError {
  return { path: 'Idempotency-Key', message: error.issues[0]?.message ?? '' };
}

function refuseFields(
  reply: FastifyReply,
  code: 'invalid_input' | 'not_acceptable',
  fields: readonly FieldError[],
): FastifyReply {
  return refuse(reply, code, { fields: fields.slice(0, fieldsShown) });
}

const catalogueOutside: Omit<IntakeCatalogue, 'notice'> = {
  topicsVersion: shippedCatalogue.topics.version,
  topics: shippedCatalogue.topics.topics
    .filter((topic) => topic.retiredAt === undefined)
    .map(({ code, label, group, urgent, specialCategory, types, fields }) => ({
      ...{ code, label, group, fields },
      isUrgent: urgent === true,
      isSpecialCategory: specialCategory === true,
      types: types ?? [...applicationTypes],
    })),
  provinces: shippedCatalogue.provinces.provinces,
};
