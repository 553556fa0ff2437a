import { describe, expect, it } from 'vitest';
import holidayFile from '../../assets/holidays.json' with { type: 'json' };
import provinceFile from '../../assets/provinces.json' with { type: 'json' };
import teamFile from '../../assets/teams.json' with { type: 'json' };
import templateFile from '../../assets/texts/sms-templates.json' with { type: 'json' };
import topicFile from '../../assets/topics.json' with { type: 'json' };
import {
  allHolidays,
  holidaysSchema,
  provincesSchema,
  smsTemplatesSchema,
  type Topic,
  teamsSchema,
  topicSchema,
  topicsSchema,
  unknownTeamCodes,
} from './catalogue.ts';
import { defaultRule } from './deadline-rule.ts';

const topics = topicsSchema.parse(topicFile);
const teams = teamsSchema.parse(teamFile);

const defaultBasis = defaultRule.legalBasis;

function brief({ deadlines: [first] }: Topic) {
  if (first === undefined) throw new Error('A topic has no rule');
  const { amount, unit, variants = [], eventField, dueField } = first;
  const others = variants.map((one) => `, ${one.field}=${one.value} ${one.amount} ${one.unit}`).join('');
  const start = eventField === undefined ? '' : `, from ${eventField}`;
  const end = dueField === undefined ? '' : `, by ${dueField}`;
  return {
    rule: first.legalBasis,
    period: `${amount} ${unit}${others}${start}${end}`,
    confidence: first.confidence,
  };
}

describe('the shipped files', () => {
  it('parse whole', () => {
    expect(holidaysSchema.parse(holidayFile)).toEqual(holidayFile);
    expect(provincesSchema.parse(provinceFile)).toEqual(provinceFile);
    expect(smsTemplatesSchema.parse(templateFile)).toEqual(templateFile);
    expect(topics).toEqual(topicFile);
    expect(teams).toEqual(teamFile);
  });

  it('give each team to a topic, and name no team that is not there', () => {
    expect(unknownTeamCodes(topics, teams)).toEqual([]);
    const used = new Set(topics.topics.map((topic) => topic.teamCode));
    expect(teams.teams.filter((team) => !used.has(team.code))).toEqual([]);
  });

  it('give every network topic a team and send every retail topic to the supplier', () => {
    for (const topic of topics.topics) expect(topic.teamCode !== undefined).toBe(topic.group === 'dso');
  });

  it('give every topic and team a code and a label of its own', () => {
    const codes = topics.topics.map((topic) => topic.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(topics.topics.map((topic) => topic.label)).size).toBe(codes.length);
    expect(new Set(teams.teams.map((team) => team.code)).size).toBe(teams.teams.length);
  });

  it('give each topic the deadline that is known for it, and every other one 15 working days', () => {
    const known = topics.topics.map((topic) => {
      const { rule, period, confidence } = brief(topic);
      return [topic.code, rule === defaultBasis ? 'default' : `${period}, ${confidence}`] as const;
    });
    expect(Object.fromEntries(known.filter(([, rule]) => rule !== 'default'))).toEqual({
      outage_fault: '24 hour, low',
      equipment_damage: '10 workingDay, high',
      street_lighting: '24 hour, zone=outside 72 hour, high',
      hazard: '4 hour, low',
      connection_new: '10 workingDay, siteSurvey=yes 20 workingDay, medium',
      connection_power_change: '15 calendarDay, medium',
      project_approval: '5 workingDay, medium',
      meter_reading: '10 workingDay, medium',
      disconnect_reconnect: '24 hour, zone=outside 48 hour, from paidAt, low',
      data_subject_request: '30 calendarDay, high',
    });
    for (const topic of topics.topics) {
      const { rule, period, confidence } = brief(topic);
      const isNamed = ['regulator', 'legal_authority'].includes(topic.code);
      if (rule === defaultBasis)
        expect([period, confidence]).toEqual([
          isNamed ? '15 workingDay, by externalDueAt' : '15 workingDay',
          'high',
        ]);
      expect(topic.deadlines.map(({ pauses }) => pauses)).toEqual([[]]);
    }
  });

  it('hold the five provinces of the company with every district of theirs', () => {
    expect(Object.fromEntries(provinceFile.provinces.map((one) => [one.name, one.districts.length]))).toEqual(
      { Afyonkarahisar: 18, Bilecik: 8, Eskişehir: 14, Kütahya: 13, Uşak: 6 },
    );
  });

  it('mark the special category, the urgent and the retired topics', () => {
    const marked = (mark: 'specialCategory' | 'urgent' | 'retiredAt'): readonly string[] =>
      topics.topics.filter((topic) => topic[mark] !== undefined).map((topic) => topic.code);
    expect(marked('specialCategory')).toEqual(['life_support', 'veteran_martyr_discount']);
    expect(marked('urgent')).toEqual(['outage_fault', 'hazard']);
    expect(marked('retiredAt')).toEqual(['prepaid_meter']);
  });

  it('hold each holiday entry of 2024 to 2030 once, with its year’s source', () => {
    const holidays = allHolidays(holidaysSchema.parse(holidayFile));
    const keys = holidays.map((holiday) => `${holiday.date} ${holiday.kind} ${holiday.name}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const table of holidayFile.years) {
      const days = table.holidays.filter((holiday) => holiday.kind === 'public');
      const halfDays = table.holidays.filter((holiday) => holiday.kind === 'half_day_pm');
      expect([days.length, halfDays.length]).toEqual([14, 3]);
    }
  });
});

describe('an edited file is refused', () => {
  const topic = topics.topics.find((item) => item.code === 'street_lighting');
  const rule = topic?.deadlines[0];
  const template = smsTemplatesSchema.parse(templateFile).templates[0];
  const issuePaths = (result: ReturnType<typeof topicSchema.safeParse>): readonly string[] =>
    result.error?.issues.map((issue) => issue.path.join('.')) ?? [];

  it.each([
    ['an unknown key', { colour: 'red' }, ''],
    ['a deadline of nothing', { deadlines: [{ ...rule, amount: 0 }] }, 'deadlines.0.amount'],
    [
      'a day that does not exist',
      { deadlines: [{ ...rule, validFrom: '2026-02-30' }] },
      'deadlines.0.validFrom',
    ],
    [
      'a period for a choice that is not there',
      { fields: topic?.fields.filter((field) => field.key !== 'zone') },
      'deadlines.0.variants.0',
    ],
    ['a code with a Turkish letter', { code: 'aydınlatma' }, 'code'],
    [
      'a choice without choices',
      { fields: [...(topic?.fields ?? []), { key: 'kind', label: 'Tür', kind: 'choice', required: true }] },
      'fields.4.choices',
    ],
    ['the same field twice', { fields: [...(topic?.fields ?? []), ...(topic?.fields ?? [])] }, 'fields'],
    ['a team on a retail topic', { group: 'retail' }, 'teamCode'],
  ])('for %s', (_, change, path) => {
    expect(issuePaths(topicSchema.safeParse({ ...topic, ...change }))).toEqual([path]);
  });

  it('for a code that is given twice', () => {
    expect(topicsSchema.safeParse({ version: 1, topics: [topic, topic] }).error?.issues[0]?.message).toBe(
      'Aynı konu kodu iki kez verilmiş.',
    );
    expect(teamsSchema.safeParse({ version: 1, teams: [teams.teams[0], teams.teams[0]] }).success).toBe(
      false,
    );
  });

  it('for a team that is not there', () => {
    const without = { ...teams, teams: teams.teams.filter((team) => team.code !== 'street_lighting') };
    expect(unknownTeamCodes(topics, without)).toEqual(['street_lighting']);
  });

  it('for a template whose text and variables differ', () => {
    const changed = { ...template, text: `${template?.text} {outcome}` };
    expect(smsTemplatesSchema.safeParse({ version: 1, templates: [changed] }).success).toBe(false);
  });

  it('for a holiday in the table of another year', () => {
    const moved = {
      ...holidayFile,
      years: holidayFile.years.map((table) => ({ ...table, year: table.year + 1 })),
    };
    expect(holidaysSchema.safeParse(moved).success).toBe(false);
  });
});
