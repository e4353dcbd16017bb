import js from '@eslint/js';
import {defineConfig, globalIgnores} from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The engine is synchronous from the HTTP door down: an `await` costs forty times a call (local-org/ARCHITECTURE.md). */
const asynchronousCode = [
  {selector: ':function[async=true]', message: 'local-org is synchronous below http/ and cli/: no async functions here.'},
  {selector: 'AwaitExpression', message: 'local-org is synchronous below http/ and cli/: no await here.'},
  {selector: 'ForOfStatement[await=true]', message: 'local-org is synchronous below http/ and cli/: no for await here.'},
  {selector: 'Identifier[name="Promise"]', message: 'local-org is synchronous below http/ and cli/: no Promise here.'},
];

export default defineConfig(
  globalIgnores(['**/node_modules/', '.cache/', '.local-org/', 'coverage/', 'reports/', 'force-app/', 'local-org/conformance/']),
  {
    linterOptions: {noInlineConfig: true, reportUnusedDisableDirectives: 'error'},
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', {fixStyle: 'separate-type-imports'}],
      '@typescript-eslint/no-confusing-void-expression': ['error', {ignoreArrowShorthand: true}],
      '@typescript-eslint/no-floating-promises': [
        'error',
        {allowForKnownSafeCalls: [{from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite']}]},
      ],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-misused-spread': ['error', {allow: ['string']}],
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true}],
      // It recommends the assertion that no-non-null-assertion forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true, allowBoolean: true}],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', {considerDefaultExhaustiveForUnions: true}],
      '@typescript-eslint/dot-notation': ['error', {allowIndexSignaturePropertyAccess: true}],
      eqeqeq: ['error', 'always', {null: 'ignore'}],
      'no-console': 'error',
      // A language's white space and escapes are control characters.
      'no-control-regex': 'off',
      'no-param-reassign': 'error',
      'no-restricted-exports': ['error', {restrictDefaultExports: {direct: true, named: true, defaultFrom: true}}],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['local-org/src/**/*.ts'],
    ignores: ['local-org/src/http/**', 'local-org/src/cli/**'],
    rules: {'no-restricted-syntax': ['error', ...asynchronousCode]},
  },
  {
    // What people read on their terminal is printed here and nowhere else.
    files: ['local-org/src/cli/**/*.ts', 'scripts/**/*.ts'],
    rules: {'no-console': 'off'},
  },
  {
    // A test may insist that something is there: if it isn't, the test fails, which is what it is for.
    files: ['**/*.test.ts', 'local-org/test/**/*.ts'],
    rules: {'@typescript-eslint/no-non-null-assertion': 'off'},
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {globals: {process: 'readonly', console: 'readonly', URL: 'readonly'}},
  },
);
