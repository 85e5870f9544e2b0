import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Forbids imports by pattern, with the reason the person reads. */
function forbid(...groups) {
  return { 'no-restricted-imports': ['error', { patterns: groups }] };
}

const noElectron = { group: ['electron', 'electron/*'], message: 'The engine is plain Node and never imports Electron.' };
const noNode = {
  regex: String.raw`^(node:|fs$|path$|os$|crypto$|child_process$|better-sqlite3|kysely|electron)`,
  message: 'No Node here: ask the engine through the contract.',
};
const onlyShared = { regex: String.raw`^(#engine/|(\.\./)+(electron)/)`, message: 'The window knows only #shared.' };
const sharedStandsAlone = {
  regex: String.raw`^(#engine/|(\.\./)+(electron|renderer)/|react)`,
  message: 'shared/ stands below everything.',
};

export default tseslint.config(
  { ignores: ['out/', 'dist/', '.tsbuild/', 'test-results/', 'sample/', 'node_modules/', '**/*.d.ts'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 60, skipComments: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      // Numbers and booleans in messages and ids are meant.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true, allowNullish: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // `await` inside a handler that must be async by its contract is not always needed.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // With checked index access, arithmetic over arrays cannot do without.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Most objects here are closures, whose functions need no `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-useless-default-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // Facts of errors and rows of the database are scalars by their schema, which the types do not say.
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-deprecated': 'off',
      eqeqeq: ['error', 'smart'],
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'e2e/**/*.ts', '**/testing/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  { files: ['shared/**/*.ts'], rules: forbid(noNode, sharedStandsAlone) },
  { files: ['electron/engine/**/*.ts'], rules: forbid(noElectron) },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error', ...forbid(noNode, onlyShared) },
  },
  { files: ['renderer/**/*.test.{ts,tsx}', 'shared/**/*.test.ts', '*.config.ts'], rules: { 'no-restricted-imports': 'off' } },
  // Files outside every tsconfig.
  {
    files: ['*.config.ts', 'bench/**/*.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
  {
    files: ['scripts/**/*.mjs', '*.js', 'electron/engine/export/verifier/page/*.js'],
    rules: { 'max-lines': ['error', { max: 400 }], 'max-lines-per-function': ['error', { max: 60 }] },
  },
);
