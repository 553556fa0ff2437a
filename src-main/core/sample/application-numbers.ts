/** Below the 99,999 that there are, so that a program which goes on from the highest still has numbers left. */
const mostPerWorkstation = 90_000;

/** `<branch>-<year>-<workstation, 2><running, 5>`, dealt out in turn over the workstations. */
export function createApplicationNumbers(branchCode: string, workstationNos: readonly [number, ...number[]]) {
  const given = new Map<string, number>();

  /** Throws RangeError where the workstations have used up their numbers of the year. */
  return function take(year: string): string {
    const count = given.get(year) ?? 0;
    given.set(year, count + 1);
    const workstation = workstationNos[count % workstationNos.length] ?? workstationNos[0];
    const running = Math.floor(count / workstationNos.length) + 1;
    if (running > mostPerWorkstation) throw new RangeError('Too many applications for so few workstations');
    return `${branchCode}-${year}-${String(workstation).padStart(2, '0')}${String(running).padStart(5, '0')}`;
  };
}
