import vue from 'eslint-plugin-vue';
import vueAccessibility from 'eslint-plugin-vuejs-accessibility';
import tseslint from 'typescript-eslint';

/**
 * The rooms and what each may import (docs/architecture.md). `node` and `electron` are rooms of their own here.
 * A room that is not in the list of another must not be imported there.
 */
const MAY_IMPORT = {
  basics: [],
  drawings: ['basics'],
  guide: ['basics', 'drawings'],
  plan: ['basics', 'guide'],
  site: ['basics', 'drawings', 'node'],
  contract: ['basics', 'guide', 'plan', 'site'],
  handout: ['basics', 'drawings', 'guide', 'plan'],
  printer: ['basics', 'node'],
  machine: ['basics', 'drawings', 'guide', 'plan', 'handout', 'printer', 'site', 'contract', 'node'],
  audit: ['basics', 'drawings', 'guide', 'plan', 'node'],
  main: ['basics', 'guide', 'plan', 'handout', 'printer', 'site', 'machine', 'contract', 'node', 'electron'],
  preload: ['contract', 'electron'],
  renderer: ['basics', 'contract', 'drawings', 'guide', 'plan', 'site'],
  preview: ['basics', 'guide', 'plan', 'handout', 'printer', 'site', 'machine', 'contract', 'node'],
  commands: [
    'basics',
    'drawings',
    'guide',
    'plan',
    'handout',
    'printer',
    'site',
    'machine',
    'contract',
    'audit',
    'preview',
    'node',
  ],
};
const ROOMS = Object.keys(MAY_IMPORT);

function directionRule(room, allowed) {
  const forbidden = ROOMS.filter((other) => other !== room && !allowed.includes(other));
  const patterns = forbidden.map((other) => ({
    regex: `^(\\.\\./)+${other}(/|$)`,
    message: `The room ${room} does not import ${other}: see docs/architecture.md.`,
  }));
  if (!allowed.includes('node')) patterns.push({ regex: '^node:', message: `The room ${room} knows no Node.` });
  if (!allowed.includes('electron'))
    patterns.push({ regex: '^electron', message: 'Electron stays in main and preload.' });
  return ['error', { patterns }];
}

export default tseslint.config(
  { ignores: ['out/', 'printed/', 'node_modules/', 'test-results/', '.cache/'] },
  ...tseslint.configs.strict,
  ...vue.configs['flat/recommended'],
  ...vueAccessibility.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
  },
  {
    rules: {
      'no-undef': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/no-v-html': 'error',
      // Optional props are told apart by the type checker; exhaustive switches return by it too.
      'vue/require-default-prop': 'off',
      'vue/return-in-computed-property': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  ...Object.entries(MAY_IMPORT).map(([room, allowed]) => ({
    files: [`src/${room}/**/*.{ts,vue}`],
    ignores: ['**/*.test.ts', 'src/guide/load/**', 'src/handout/node/**'],
    rules: { 'no-restricted-imports': directionRule(room, allowed) },
  })),
);
