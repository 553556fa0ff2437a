/** Midnight in İstanbul, which has no summer time. @returns ISO instant */
export function beginOf(day: string): string {
  return new Date(`${day}T00:00:00.000+03:00`).toISOString();
}
