import type { FastifyInstance } from 'fastify';
import type { GatewayParts } from '../gateway-parts.ts';
export function pages(_parts: GatewayParts) { return async (_app: FastifyInstance): Promise<void> => {}; }
