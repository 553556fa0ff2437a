import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { gatewayErrorSchema } from '../../src-shared/contract/gateway.ts';
import { gatewayAttachmentSchema, gatewaySliceBytes } from '../../src-shared/contract/gateway-attachments.ts';
import { findAttachment, stateOf } from '../attachments/find-attachment.ts';
import { readContent } from '../attachments/read-content.ts';
import { takeSlice } from '../attachments/take-slice.ts';
import type { GatewayParts } from '../gateway-parts.ts';
import { branchOf, requireApiKey } from './authenticate.ts';
import { answerApiError, refuse } from './errors.ts';

const params = z.strictObject({ id: z.uuid() });
const offset = z.coerce.number().int().nonnegative();
const length = z.coerce.number().int().positive().max(gatewaySliceBytes);
const refused = { '4xx': gatewayErrorSchema, '5xx': gatewayErrorSchema };
const security = [{ branchKey: [] }];
const url = '/attachments/:id';

/** The bytes of attachments; see src-shared/contract/gateway-attachments.ts. */
export function attachmentRoutes({ db }: GatewayParts) {
  return async (scope: FastifyInstance): Promise<void> => {
    const app = scope.withTypeProvider<ZodTypeProvider>();
    app.setErrorHandler(answerApiError);
    app.addHook('onRequest', requireApiKey(db));
    app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    );

    app.route({
      method: 'GET',
      url,
      schema: {
        summary: 'How much of an attachment the gateway holds',
        security,
        params,
        response: { 200: gatewayAttachmentSchema, ...refused },
      },
      handler: async (request, reply) => {
        const found = await findAttachment(db, branchOf(request), request.params.id);
        return found.ok ? stateOf(found.value) : refuse(reply, found.refusal);
      },
    });

    app.route({
      method: 'PUT',
      url,
      bodyLimit: gatewaySliceBytes,
      schema: {
        summary: 'Send the bytes of an attachment from an offset on (application/octet-stream)',
        security,
        params,
        querystring: z.strictObject({ offset }),
        response: { 200: gatewayAttachmentSchema, ...refused },
      },
      handler: async (request, reply) => {
        const { body } = request;
        if (!(body instanceof Uint8Array) || body.length === 0) return refuse(reply, 'invalid_input');
        const { id } = request.params;
        const slice = { branch: branchOf(request), id, offset: request.query.offset, bytes: body };
        const taken = await takeSlice(db, slice);
        return taken.ok ? taken.value : refuse(reply, taken.refusal);
      },
    });

    app.route({
      method: 'GET',
      url: `${url}/content`,
      schema: {
        summary: 'Bytes of a complete attachment, as application/octet-stream',
        security,
        params,
        querystring: z.strictObject({ offset, length }),
      },
      handler: async (request, reply) => {
        const range = { branch: branchOf(request), ...request.params, ...request.query };
        const content = await readContent(db, range);
        if (!content.ok) return refuse(reply, content.refusal);
        return reply
          .headers({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
          .type('application/octet-stream')
          .send(content.value);
      },
    });
  };
}
