import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { likelyDuplicates, type Matter, placeKey } from './duplicate-score.ts';

const door = {
  province: 'Eskişehir',
  district: 'Odunpazarı',
  neighbourhood: 'Vişnelik Mahallesi',
  street: 'Taşköprü Caddesi',
  doorNo: '12/4',
};
const first: Matter = {
  id: 'first',
  consumerId: 'ayse',
  phone: '+905321234567',
  installationNo: '10000091010',
  premises: door,
  topicCode: 'outage_frequent',
  description: 'Mahallede her akşam elektrik kesintisi yaşanıyor, buzdolabı bozulacak.',
  at: '2026-03-01T08:00:00.000Z',
};
const elsewhere: Matter = {
  id: 'elsewhere',
  consumerId: 'mehmet',
  phone: '+905000000000',
  installationNo: '20000000000',
  premises: { ...door, doorNo: '99' },
  topicCode: 'meter_fault',
  description: 'Sayaç ekranı hiç yanmıyor ve tutanak isteniyor.',
  at: '2025-10-01T08:00:00.000Z',
};
const now = { ...first, at: '2026-03-03T08:00:00.000Z' };

function reasonsFor(changes: Partial<Matter>): readonly string[] {
  return likelyDuplicates(now, [{ ...elsewhere, ...changes }])[0]?.reasons ?? [];
}

describe('what may be the same matter', () => {
  test('is told with every reason', () => {
    expect(likelyDuplicates(now, [first])).toEqual([
      {
        id: 'first',
        score: 0.96,
        reasons: [
          'same_consumer',
          'same_phone',
          'same_installation',
          'same_address',
          'same_topic',
          'near_in_time',
          'similar_words',
        ],
      },
    ]);
  });

  test('is found by the place and the topic, whoever applies and however the door is written', () => {
    const premises = { ...door, street: 'TAŞKÖPRÜ CADDESİ', doorNo: '12 / 4', district: 'odunpazari' };
    expect(reasonsFor({ premises, topicCode: first.topicCode, at: first.at })).toEqual([
      'same_address',
      'same_topic',
      'near_in_time',
    ]);
  });

  test('is found by the person and the words, though another topic was chosen and endings differ', () => {
    const description = 'Akşam saatlerinde elektrikler kesiliyor, kesintiden buzdolabım bozulacak.';
    expect(reasonsFor({ consumerId: 'ayse', description, at: first.at })).toEqual([
      'same_consumer',
      'near_in_time',
      'similar_words',
    ]);
  });

  test('is no other matter of the same person, and not the same matter of a stranger elsewhere', () => {
    expect(reasonsFor({ consumerId: 'ayse', phone: first.phone, at: first.at })).toEqual([]);
    expect(reasonsFor({ topicCode: first.topicCode, description: first.description, at: first.at })).toEqual(
      [],
    );
  });

  test('comes with the likeliest first', () => {
    const weaker = { ...first, id: 'weaker', consumerId: null, description: '' };
    expect(likelyDuplicates(now, [weaker, first]).map(({ id }) => id)).toEqual(['first', 'weaker']);
  });
});

test('what is not known on both sides is no reason', () => {
  const blank = { ...first, consumerId: null, phone: null, installationNo: null, premises: null };
  expect(likelyDuplicates({ ...blank, at: now.at }, [blank])).toEqual([]);
});

test('a door needs a street and a number', () => {
  expect(placeKey({ ...door, doorNo: ' ' })).toBeNull();
  expect(placeKey({ ...door, street: '' })).toBeNull();
  expect(placeKey(door)).toBe(placeKey({ ...door, street: 'taşköprü  caddesi' }));
});

test('more that agrees never makes it less likely', () => {
  const part = fc.constantFrom(
    'consumerId',
    'phone',
    'installationNo',
    'premises',
    'topicCode',
    'description',
  );
  fc.assert(
    fc.property(fc.uniqueArray(part), part, (same, more) => {
      const with_ = (keys: readonly (keyof Matter)[]) => ({
        ...elsewhere,
        ...Object.fromEntries(keys.map((key) => [key, first[key]])),
      });
      const score = (matter: Matter) => likelyDuplicates(now, [matter])[0]?.score ?? 0;
      expect(score(with_([...same, more]))).toBeGreaterThanOrEqual(score(with_(same)));
    }),
  );
});
