/** Says that there is no paper for as long as a file says so, then keeps the sheet. */
export function printScript(papers: string, empty: string): string {
  return `#!/bin/sh
if [ -e ${empty} ]; then
  echo 'STATE: +media-empty-error' >&2
  while [ -e ${empty} ]; do sleep 0.1; done
  echo 'STATE: -media-empty-error' >&2
fi
cp "$1" ${papers}/$(date +%s%N)
`;
}

export function daemonConfig(socketPath: string): string {
  return `Listen ${socketPath}
LogLevel warn
Browsing Off
WebInterface No
DefaultAuthType None
PreserveJobHistory Yes
<Location />
  Order allow,deny
  Allow all
</Location>
<Location /admin>
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateValues none
  SubscriptionPrivateValues none
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
`;
}

export function filesConfig(folder: string): string {
  return `User lp
Group lp
SystemGroup root
ServerRoot ${folder}/etc
CacheDir ${folder}/cache
StateDir ${folder}/state
RequestRoot ${folder}/spool
TempDir ${folder}/spool/tmp
AccessLog ${folder}/log/access
ErrorLog ${folder}/log/error
PageLog ${folder}/log/page
`;
}
