import { powerMonitor } from 'electron';

type MachineEvents = {
  /** The machine woke up, or somebody came back to it: what waits for a network is tried at once. */
  readonly onAwake: () => void;
  /** The system goes down and waits for nobody's answer. */
  readonly onShutdown: () => void;
};

export function followMachine({ onAwake, onShutdown }: MachineEvents): void {
  powerMonitor.on('resume', onAwake);
  powerMonitor.on('unlock-screen', onAwake);
  powerMonitor.on('shutdown', onShutdown);
}
