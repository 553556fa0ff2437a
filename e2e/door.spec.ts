import { expect, type Page } from '@playwright/test';
import { type Hall, openHall } from './support/hall.ts';
import { lookAsVisitor } from './support/look.ts';
import type { AddedScreen } from './support/screens.ts';
import { test } from './support/test.ts';
import { callHost } from './support/wire.ts';

let hall: Hall;
let door: AddedScreen;

const room = {
  roomCode: 'G1',
  roomName: 'Görüşme Odası 1',
  unit: 'Bağlantı Müdürlüğü',
  unitCode: 'BAGLANTI',
};
const unit = { unitCode: 'BAGLANTI', unitName: 'Bağlantı Müdürlüğü', teamCodes: [], memberIds: [] };

test.beforeEach(async () => {
  hall = await openHall();
  await callHost(hall.workplace(), 'settings.saveUnits', { units: [{ ...unit, teamsAddress: null }] });
  await callHost(hall.workplace(), 'settings.saveRooms', { rooms: [room] });
  door = await hall.screens.add('door', room.roomName, room.roomCode);
});
test.afterEach(() => hall.remove());

test('FF-3 a room’s door shows whose turn it is, lying and upright, and survives the loss of network', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(door.link);
  await expect(page.getByRole('heading', { name: 'Görüşme Odası 1' })).toBeVisible();
  await expect(status(page)).toHaveText('Boş');
  await lookAsVisitor(page, 'door-free');

  const { id, label } = await hall.issue();
  const next = await hall.issue('meter');
  const toRoom = { ticketId: next.id, to: { kind: 'room', code: room.roomCode } };
  await callHost(hall.workplace(), 'ticket.transfer', toRoom);
  const meetingId = await handOver(id);
  await expect(status(page)).toHaveText('Bekleniyor');
  await expect(page.getByText(label)).toBeVisible({ timeout: 1_000 });
  await expect(page.getByRole('listitem')).toHaveText([next.label]);
  await lookAsVisitor(page, 'door-held');

  await callHost(hall.workplace(), 'meeting.start', { meetingId });
  await expect(status(page)).toHaveText('Görüşme sürüyor');
  await page.setViewportSize({ width: 800, height: 1280 });
  await lookAsVisitor(page, 'door-busy');

  await hall.goDown();
  await expect(page.getByText(/^Bağlantı yok · son bilgi \d\d:\d\d$/)).toBeVisible();
  await expect(page.getByText(label)).toBeVisible();
  await lookAsVisitor(page, 'door-lost');
  await hall.comeBack();
  await expect(page.getByText(/^Bağlantı yok/)).toHaveCount(0, { timeout: 30_000 });

  await callHost(hall.workplace(), 'settings.saveRooms', {
    rooms: [{ ...room, roomName: 'Görüşme Odası 7' }],
  });
  await expect(page.getByRole('heading', { name: 'Görüşme Odası 7' })).toBeVisible();
});

const status = (page: Page) => page.getByRole('heading', { level: 2 }).first();

async function handOver(ticketId: string): Promise<string> {
  const answer = await callHost(hall.workplace(), 'meeting.handOver', {
    ...{ ticketId, unitCode: unit.unitCode, roomCode: room.roomCode, mode: 'in_person' },
    ...{ topicCode: 'connection_new', applicationId: null },
  });
  return (answer as { readonly meeting: { readonly id: string } }).meeting.id;
}
