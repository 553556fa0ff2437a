import type { BranchConnection } from '../../../src-shared/contract/branch.ts';
import type { BranchHub } from './branch.repo.ts';
import type { LinkState } from './hub-link.ts';
import type { HubServer } from './hub-server.ts';
import type { JoinedPc } from './joined-pc.ts';

/** What this PC is in its branch. */
export type Role =
  | { readonly kind: 'alone' }
  | { readonly kind: 'hub'; readonly hub: BranchHub; readonly server: HubServer | undefined }
  | { readonly kind: 'joined'; readonly hub: BranchHub; readonly pc: JoinedPc };

/** The role as screens show it. */
export function connectionOf(role: Role, trouble: string | null): BranchConnection {
  if (role.kind !== 'joined') return { role: role.kind, hubName: null, state: null, lostAt: null, trouble };
  const { link } = role.pc;
  const lostAt = link.lostAt();
  return {
    role: 'joined',
    hubName: role.hub.name,
    state: link.state(),
    lostAt: lostAt === null ? null : new Date(lostAt).toISOString(),
    trouble: sentenceOf(link.state()),
  };
}

function sentenceOf(state: LinkState): string | null {
  if (state === 'unreachable')
    return 'Şube merkezine ulaşılamıyor. Bu bilgisayardaki işler sürer; sıra ve odalar merkez gelince yeniden kullanılır.';
  if (state === 'not_trusted')
    return 'Şube merkezi bu bilgisayarı tanımıyor; yöneticinin yeniden eşleştirmesi gerekir.';
  return null;
}
