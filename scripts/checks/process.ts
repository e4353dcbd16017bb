import {spawn} from 'node:child_process';
import path from 'node:path';

export interface Output {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program to its end and returns what it printed; a non-zero exit is an answer, not an error.
 *
 * @throws Error where the program can't be started, or is ended by a signal
 */
export function run(command: string, args: readonly string[], cwd: string): Promise<Output> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {cwd, stdio: ['ignore', 'pipe', 'pipe']});
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (exitCode, signal) => {
      if (exitCode === null) reject(new Error(`${command} ended by ${signal ?? 'a signal'}\n${stderr}`));
      else resolve({exitCode, stdout, stderr});
    });
  });
}

/** Runs a dependency's own command-line program, under the Node.js that runs this. */
export function runTool(script: string, args: readonly string[], cwd: string): Promise<Output> {
  return run(process.execPath, [path.join(import.meta.dirname, '../../node_modules', script), ...args], cwd);
}

/** For a tool that did something else than answering: what it printed, as the error to throw. */
export function toolFailure(tool: string, {exitCode, stdout, stderr}: Output): Error {
  return new Error(`${tool} exited with ${exitCode}: ${(stderr.trim() || stdout.trim() || 'it printed nothing').slice(0, 2000)}`);
}
