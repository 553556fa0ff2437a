import { defineText } from '../../i18n/define-text.ts';

export const handOverText = defineText(
  {
    open: 'Görüşmeye yönlendir',
    openShort: 'Birime ver',
    title: (label: string) => `${label} görüşmeye yönlendiriliyor`,
    unit: 'Birim',
    place: 'Nerede',
    placeFirst: 'Önce birim seçin.',
    noPlace: 'Bu birim için şu anda boş yer yok.',
    topic: 'Görüşme konusu',
    topicHint: 'Yazarak arayın',
    topicNothing: 'Bu sözcükle bir konu yok.',
    door: 'Kapıda yalnız numara yazar. Konuyu birim görür.',
    anyRoom: (room: string) => `Boş ilk oda · ${room}`,
    teamsAtDesk: 'Teams · ziyaretçi bankoda kalır',
    teamsInRoom: 'Birim odaya Teams ile katılır',
    free: 'Boş',
    freeOthers: (unit: string) => `Boş · ${unit}`,
    waitHere: (waiting: number) =>
      waiting === 0 ? 'Dolu · sıraya al' : `Dolu · sıraya al (${waiting} bekliyor)`,
    people: (here: number, busy: number) =>
      [here > 0 ? `${here} kişi uygun` : '', busy > 0 ? `${busy} kişi görüşmede` : '']
        .filter(Boolean)
        .join(', ') || 'Kimse yerinde değil',
    send: 'Yönlendir',
    sendAndWait: 'Oda sırasına al',
    slip: 'Oda için fiş bas',
    taken: 'Bu oda az önce alındı.',
    offered: (room: string) => `Sıradaki boş oda seçildi: ${room}.`,
    noneLeft: 'Başka boş oda kalmadı. Bir odanın sırasına alabilirsiniz.',
    sent: (label: string, place: string, unit: string) => `${label} → ${place} · ${unit}`,
    waits: (label: string, room: string) => `${label}, ${room} sırasında bekliyor. Geliş saati korundu.`,
    noUnits: 'Tanımlı birim yok',
    noUnitsHint: 'Birimler ve odalar Ayarlar’da tanımlanır; yöneticinize başvurun.',
  },
  {
    open: 'Send to a meeting',
    openShort: 'To a unit',
    title: (label) => `Sending ${label} to a meeting`,
    unit: 'Unit',
    place: 'Where',
    placeFirst: 'Choose a unit first.',
    noPlace: 'There is no free place for this unit now.',
    topic: 'Subject of the meeting',
    topicHint: 'Type to search',
    topicNothing: 'No subject has this word.',
    door: 'The door shows the number alone. The unit sees the subject.',
    anyRoom: (room) => `First free room · ${room}`,
    teamsAtDesk: 'Teams · the visitor stays at the desk',
    teamsInRoom: 'The unit joins over Teams',
    free: 'Free',
    freeOthers: (unit) => `Free · ${unit}`,
    waitHere: (waiting) =>
      waiting === 0 ? 'Taken · wait for it' : `Taken · wait for it (${waiting} waiting)`,
    people: (here, busy) =>
      [here > 0 ? `${here} available` : '', busy > 0 ? `${busy} in a meeting` : '']
        .filter(Boolean)
        .join(', ') || 'Nobody is there',
    send: 'Send',
    sendAndWait: 'Let wait',
    slip: 'Print a slip for the room',
    taken: 'This room was taken a moment ago.',
    offered: (room) => `The next free room is chosen: ${room}.`,
    noneLeft: 'No other room is free. The visitor can wait for one.',
    sent: (label, place, unit) => `${label} → ${place} · ${unit}`,
    waits: (label, room) => `${label} waits for ${room}. The time of arrival is kept.`,
    noUnits: 'No units are defined',
    noUnitsHint: 'Units and rooms are defined in the settings; ask your administrator.',
  },
);
