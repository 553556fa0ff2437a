import { execFileSync } from 'node:child_process';

/** PCs in network namespaces of their own, on one switch, so that cables can be pulled and mDNS has a wire. */
export type Networks = {
  /** What runs a program on that PC. */
  readonly on: (pc: string) => readonly string[];
  readonly addressOf: (pc: string) => string;
  readonly pull: (pc: string) => void;
  readonly plugIn: (pc: string) => void;
  readonly remove: () => void;
};

/** Needs root and Debian's iproute2; `.ci/run` brings it. */
export function canMakeNetworks(): boolean {
  try {
    ip('netns', 'add', `banko-${process.pid}`);
    ip('netns', 'del', `banko-${process.pid}`);
    return true;
  } catch {
    return false;
  }
}

export function openNetworks(pcs: readonly string[]): Networks {
  const made: string[] = [];

  function addNamespace(name: string): string {
    const namespace = `banko-${process.pid}-${name}`;
    ip('netns', 'add', namespace);
    made.push(namespace);
    ip('-n', namespace, 'link', 'set', 'lo', 'up');
    return namespace;
  }

  const hall = addNamespace('switch');
  ip('-n', hall, 'link', 'add', 'switch', 'type', 'bridge', 'mcast_snooping', '0');
  ip('-n', hall, 'link', 'set', 'switch', 'up');
  const namespaces = new Map(pcs.map((pc, index) => [pc, addPc(pc, index)]));

  function addPc(pc: string, index: number): string {
    const namespace = addNamespace(pc);
    const socket = `socket${index}`;
    ip('-n', hall, 'link', 'add', socket, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', namespace);
    ip('-n', hall, 'link', 'set', socket, 'master', 'switch', 'up');
    ip('-n', namespace, 'address', 'add', `${addressAt(index)}/24`, 'dev', 'eth0');
    ip('-n', namespace, 'link', 'set', 'eth0', 'up');
    ip('-n', namespace, 'route', 'add', '224.0.0.0/4', 'dev', 'eth0');
    return namespace;
  }

  function namespaceOf(pc: string): string {
    const namespace = namespaces.get(pc);
    if (namespace === undefined) throw new Error(`No PC ${pc} on this switch`);
    return namespace;
  }

  return {
    on: (pc) => ['ip', 'netns', 'exec', namespaceOf(pc)],
    addressOf: (pc) => addressAt(pcs.indexOf(pc)),
    pull: (pc) => ip('-n', hall, 'link', 'set', `socket${pcs.indexOf(pc)}`, 'down'),
    plugIn: (pc) => ip('-n', hall, 'link', 'set', `socket${pcs.indexOf(pc)}`, 'up'),
    remove: () => {
      for (const namespace of made) ip('netns', 'del', namespace);
    },
  };
}

function addressAt(index: number): string {
  return `10.86.0.${index + 1}`;
}

function ip(...args: readonly string[]): void {
  execFileSync('ip', args, { stdio: ['ignore', 'ignore', 'pipe'] });
}
