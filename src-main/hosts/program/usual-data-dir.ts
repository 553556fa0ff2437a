import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where a program keeps its data unless it is told otherwise, each in a folder of its own: Electron's store has its key
 * in the system's safe, the others in a file.
 */
export function usualDataDir(program: 'web' | 'hub'): string {
  switch (process.platform) {
    case 'win32':
      return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Banko', program);
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Banko', program);
    default:
      return join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'banko', program);
  }
}
