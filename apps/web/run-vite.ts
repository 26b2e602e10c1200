import { build } from 'vite';
import config from './vite.config.ts';

/** The build itself, as a program: builds the pages into the directory given and tells its parent which files went into them. */
const [outDir] = process.argv.slice(2);
if (outDir === undefined) throw new Error('Name the directory for the pages.');
const inputs = new Set<string>();
await build({
  ...config,
  configFile: false,
  logLevel: 'warn',
  build: { ...config.build, outDir, emptyOutDir: true },
  plugins: [
    config.plugins,
    {
      name: 'altis:inputs',
      buildEnd(): void {
        for (const id of this.getModuleIds()) inputs.add(id.replace(/[?#].*$/, ''));
      },
    },
  ],
});
process.send?.([...inputs], () => process.disconnect());
