import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { refuse } from '../http/answers.ts';
import { answerNotBuilt } from '../http/not-built.ts';
import type { OneTimeDoor } from './one-time-door.ts';

export type PageOptions = {
  readonly rendererDir: string;
  readonly token: string;
  readonly door: OneTimeDoor;
};

/** The built screens; names in `assets` carry a digest of their content, so only the page itself is never kept. */
export async function addPageRoutes(app: FastifyInstance, options: PageOptions): Promise<void> {
  app.get<{ Params: { key: string } }>('/open/:key', (request, reply) =>
    options.door.pass(request.params.key)
      ? reply.header('cache-control', 'no-store').redirect(`/#token=${options.token}`, 303)
      : refuse(reply, 'not_found'),
  );
  if (!existsSync(join(options.rendererDir, 'index.html'))) {
    app.get('/', (_request, reply) => answerNotBuilt(reply));
    return;
  }
  const assets = join(options.rendererDir, 'assets') + sep;
  await app.register(fastifyStatic, {
    root: options.rendererDir,
    cacheControl: false,
    dotfiles: 'ignore',
    setHeaders: (reply, file) => {
      reply.header(
        'cache-control',
        file.startsWith(assets) ? 'public, max-age=31536000, immutable' : 'no-store',
      );
    },
  });
}
