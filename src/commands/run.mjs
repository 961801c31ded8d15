/**
 * Runs one command straight from its TypeScript: `node src/commands/run.mjs packet --answers …`.
 * A name with a slash is a file below the project, like `tests/bench/bench`.
 * Uses Vite's module runner, so that a command needs no build and uses the same sources as the screens.
 */
import { fileURLToPath } from 'node:url';
import { createRunnableDevEnvironment, resolveConfig } from 'vite';

const [name = '', ...args] = process.argv.slice(2);
const root = fileURLToPath(new URL('../..', import.meta.url));
const config = await resolveConfig(
  {
    root,
    configFile: false,
    envDir: false,
    logLevel: 'error',
    cacheDir: 'node_modules/.vite/commands',
    environments: { command: { consumer: 'server', resolve: { external: true } } },
  },
  'serve',
);
const environment = createRunnableDevEnvironment('command', config, {
  runnerOptions: { hmr: false },
  hot: false,
});
await environment.init();
// A reader such as `head` may close the pipe before the command has printed everything. That is not an error.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
try {
  const command = await environment.runner.import(name.includes('/') ? `/${name}.ts` : `/src/commands/${name}.ts`);
  process.exitCode = await command.main(args);
} finally {
  await environment.close();
}
