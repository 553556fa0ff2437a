import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { screenPages } from '../../../src-shared/text/screen-url.ts';
import { answerNotBuilt } from '../http/not-built.ts';

/**
 * A screen that starts after a power cut before this PC does opens from what its browser has kept, and says since when
 * it can't reach us. It looks by itself whether its page is still the current one (`screens/renewal.ts`).
 */
const keptAWeek = 'private, max-age=604800';
const keptForGood = 'public, max-age=31536000, immutable';

/** The screens' own pages and what they are made of; nothing of the staff's is in that folder. */
export async function addPageRoutes(app: FastifyInstance, screensDir: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: screensDir,
    serve: false,
    cacheControl: false,
    dotfiles: 'ignore',
  });
  for (const page of Object.values(screenPages)) {
    const file = `${page}.html`;
    app.get(`/${page}`, (_request, reply) => {
      if (!existsSync(join(screensDir, file))) return answerNotBuilt(reply);
      const isVisitors = page === screenPages.visitor;
      return reply.header('cache-control', isVisitors ? 'no-store' : keptAWeek).sendFile(file);
    });
  }
  app.get<{ Params: { '*': string } }>('/assets/*', (request, reply) =>
    reply.header('cache-control', keptForGood).sendFile(request.params['*'], join(screensDir, 'assets')),
  );
}
