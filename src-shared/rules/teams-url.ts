/** Where Teams meetings are joined, in Microsoft's public cloud and its sovereign ones. */
const teamsHosts: ReadonlySet<string> = new Set([
  'teams.microsoft.com',
  'teams.cloud.microsoft',
  'teams.live.com',
  'gov.teams.microsoft.us',
  'dod.teams.microsoft.us',
  'teams.microsoftonline.cn',
]);

/**
 * Whether a link leads to Teams and nowhere else; only then is it kept, shown and handed to the system. Read as
 * written, without the leniency of browsers: no user, no port, nothing that needs escaping.
 */
export function isTeamsUrl(text: string): boolean {
  const host = /^https:\/\/([a-z.]+)\/[\x21-\x5b\x5d-\x7e]*$/.exec(text)?.[1];
  return host !== undefined && teamsHosts.has(host);
}
