import type { Room } from '../../../../src-shared/contract/branch-settings.ts';
import type { FieldError } from '../../../../src-shared/contract/errors.ts';
import type { Meeting } from '../../../../src-shared/contract/meeting.ts';
import type { Unit } from '../../../../src-shared/contract/unit.ts';
import { foldTurkish } from '../../../../src-shared/text/fold.ts';
import { missing, refusal, repeated } from './branch-settings-errors.ts';

/** Codes and names once each, people and teams that exist, and no unit gone that has a room or a meeting. */
export function unitErrors(
  units: readonly Unit[],
  known: {
    readonly before: readonly Unit[];
    readonly rooms: readonly Room[];
    readonly meetings: readonly Meeting[];
    readonly userIds: ReadonlySet<string>;
    readonly isTeam: (code: string) => boolean;
  },
): readonly FieldError[] {
  const gone = missing(known.before, units, ({ unitCode }) => unitCode);
  return [
    ...repeated(units, ({ unitCode }) => unitCode, 'units', 'unitCode', 'Bu kod başka bir birimde var.'),
    ...repeated(
      units,
      ({ unitName }) => foldTurkish(unitName),
      'units',
      'unitName',
      'Bu ad başka bir birimde var.',
    ),
    ...units.flatMap(({ teamCodes, memberIds }, index) => [
      ...(teamCodes.every(known.isTeam)
        ? []
        : [{ path: `units.${index}.teamCodes`, message: 'Ekipler listeden seçilmeli.' }]),
      ...(memberIds.every((id) => known.userIds.has(id))
        ? []
        : [{ path: `units.${index}.memberIds`, message: 'Kişiler kullanıcı listesinden seçilmeli.' }]),
    ]),
    ...gone.flatMap(({ unitCode, unitName }) => {
      const room = known.rooms.find((item) => item.unitCode === unitCode);
      const meetings = known.meetings.filter((meeting) => meeting.unitCode === unitCode).length;
      return [
        ...refusal(
          'units',
          room === undefined ? 0 : 1,
          `${unitName} kaldırılamaz: ${room?.roomName} bu birimin odası.`,
        ),
        ...refusal('units', meetings, `${unitName} kaldırılamaz: süren bir görüşmesi var.`),
      ];
    }),
  ];
}
