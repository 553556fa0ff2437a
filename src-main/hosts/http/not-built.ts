import type { FastifyReply } from 'fastify';

const page = `<!doctype html>
<html lang="tr">
<meta charset="utf-8">
<title>Banko</title>
<h1>Banko’nun ekranları henüz derlenmedi</h1>
<p>Proje klasöründe <code>npm run build</code> çalıştırın, sonra Banko’yu yeniden başlatın.</p>
</html>
`;

export function answerNotBuilt(reply: FastifyReply): FastifyReply {
  return reply.code(503).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
}
