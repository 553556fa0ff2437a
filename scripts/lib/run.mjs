import { spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { node, root } from './paths.mjs';

/**
 * @typedef {{
 *   stdio?: import('node:child_process').StdioOptions,
 *   env?: Record<string, string>,
 *   timeoutMs?: number,
 * }} RunOptions
 */

/**
 * Runs a program to its end and gives its exit code; null where it could not be started or took too long.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number | null>}
 */
export function run(program, args, options = {}) {
  const { stdio = 'inherit', env = {}, timeoutMs } = options;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio,
      env: { ...process.env, ...env },
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs, killSignal: 'SIGKILL' }),
    });
    child.on('error', () => resolve(null));
    child.on('exit', (code) => resolve(code));
  });
}

/**
 * Runs a script on the project's own Node, which what it starts finds first too.
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runNode(args, options = {}) {
  const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
  return run(node, args, { ...options, env: { ...options.env, PATH: path } });
}

/** @type {readonly NodeJS.Signals[]} */
const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program in this one's place: passes signals on and leaves with its exit code.
 * @param {string} program
 * @param {readonly string[]} args
 */
export function become(program, args) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit' });
  for (const signal of passedOn) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`${program} başlatılamadı: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code) => process.exit(code ?? 1));
}
