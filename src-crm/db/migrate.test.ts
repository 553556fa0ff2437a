import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DatabaseServer, databaseVarieties } from '../testing/databases.ts';
import { NewerDatabase } from './migrate.ts';
import { openDatabase } from './open.ts';

function ignore(): void {}

describe.each(databaseVarieties())('migrations on $name', ({ start }) => {
  let server: DatabaseServer;
  beforeAll(() => {
    server = start();
  });
  afterAll(() => server.stop());

  it('make the tables that the code knows, once', async () => {
    const source = await server.create();
    for (const _time of [1, 2]) {
      const { db, close } = await openDatabase(source, ignore);
      const tables = await db.introspection.getTables();
      expect(
        Object.fromEntries(tables.map((table) => [table.name, table.columns.map((column) => column.name)])),
      ).toMatchSnapshot();
      await close();
    }
  });

  it('refuse a database of a newer gateway and leave it alone', async () => {
    const source = await server.create();
    const { db, close } = await openDatabase(source, ignore);
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', 'x')`.execute(db);
    await close();
    await expect(openDatabase(source, ignore)).rejects.toThrow(NewerDatabase);
  });
});
