import { join } from 'node:path';
import vue from '@vitejs/plugin-vue';
import type { PluginOption } from 'vite';
import { htmlWords } from './html-words';

/** The Vite plugins of the screens, for the build and for `npm run dev`. @param root of the project */
export function screensPlugins(root: string): readonly PluginOption[] {
  const content = join(root, 'content');
  return [
    vue(),
    htmlWords(
      join(content, 'interface/en/screens.toml'),
      join(content, 'guides/insurance-and-prior-authorization-home-infusion/en/plan.toml'),
    ),
  ];
}
